import type { Language } from './language.ts';

const hello = `{% if customer == "" %}Hello,{% else %}Hello {{ customer }},{% endif %}`;

const yourOrder = `your order {{ order }}{% if ordered_on %} of {{ ordered_on }}{% endif %}`;

const close = `{{ store }}{% if contact != "" %}
{{ contact }}{% endif %}`;

const later = `{{ new_date }} ({% if days_later == 1 %}1 day{% else %}{{ days_later }} days{% endif %} later)`;

const shipDates = `Old date: ships by {{ old_date }}
New date: ships by ${later}`;

const noShipDate = `Old date: ships by {{ old_date }}
{% must "no-date" %}New date: we cannot give you one at present{% endmust %}`;

const deliveryDates = `Old date: delivery by {{ old_date }}
New date: {% if new_date %}delivery by ${later}{% else %}we cannot give you one at present{% endif %}`;

const reason = `{% must "reason" %}The reason: we have none left for your order, and no date for new stock is confirmed.{% endmust %}`;

const freeAnswer = `{% must "free-answer" %}Please answer this message with one of these two words. It costs you nothing.{% endmust %}`;

const allPaid = `all you paid for these items, {% if part %}with what their shipping added{% else %}shipping included{% endif %}{% if amount %} ({{ amount }} for the items){% endif %}, the way you paid it`;

const within = `{% if billing_cycle %}within one billing cycle{% else %}within {{ refund_days }} {% if working %}working {% endif %}days{% endif %}`;

const refund = `{% if charged %}{% must "refund" %}The full refund is ${allPaid}, sent ${within}.{% endmust %}{% else %}{% must "no-charge" %}You have not been charged for these items; if you cancel, you will not be.{% endmust %}{% endif %}`;

const cancelWord = `{% must "cancel-right" %}{{ cancel }}: we cancel these items and send you a full refund.{% endmust %}`;

const choice = `${freeAnswer}

{{ keep }}: you agree to the new date, {{ new_date }}.
${cancelWord}

{{ buttons }}

${refund}`;

const undatedChoice = `${freeAnswer}

{{ keep }}: you agree to wait without a date.
${cancelWord}

{{ buttons }}

${refund}`;

const autoCancel = `{% must "auto-cancel" %}We need your yes. If we have not shipped by {{ limit }} and have not received your {{ keep }} by {{ limit }}, these items are cancelled automatically{% if charged %}, and we send you the full refund{% if refund_by %} by {{ refund_by }}{% endif %}{% else %}, and you are not charged for them{% endif %}.{% endmust %}`;

const laterCancel = `{% must "later-cancel" %}Also after a {{ keep }} you can cancel free of charge, for a full refund, at any time before we ship.{% endmust %}`;

const nextUpdate = `{% must "next-update" %}You will hear from us again by {{ next_update }}, and at once if the date moves.{% endmust %}`;

const wereDue = `{% if old_date %}They were to {% if ship %}ship{% else %}arrive{% endif %} by {{ old_date }}. {% endif %}`;

const refundSent = `{% if charged %}{% must "refund" %}You get a full refund: ${allPaid}, sent {% if refund_by %}by {{ refund_by }}{% else %}${within}{% endif %}. With a card it shows as a credit on your statement.{% if payment == "" %} If you have not been charged, nothing will be charged.{% endif %}{% endmust %}{% else %}{% must "no-charge" %}You have not been charged for these items, and will not be{% if payment == "authorized" %}: what was reserved with your bank is released{% endif %}.{% endmust %}{% endif %}`;

const cancelledSubject = `Subject: Order {{ order }}: cancelled{% if charged %}, full refund{% endif %}`;

const policy = `{% if policy != "" %}{{ policy }}{% endif %}`;

const cancelBefore = `{% if custom_made %}{% must "cancel-right" %}These items are made for you alone: there is no right to withdraw from them. If we miss the agreed date and a reasonable further period as well, you may end the contract.{% endmust %}{% else %}{% must "cancel-right" %}{% if european %}It is your right to{% else %}You may{% endif %} cancel free of charge at any time {% if ship %}until we ship{% else %}before delivery{% endif %}; we then refund everything ${within}.{% endmust %}{% endif %}{% if european %}{% must "withdrawal-function" %}{% if withdrawal_url %} You can also withdraw here: {{ withdrawal_url }}{% endif %}{% endmust %}{% endif %}`;

/** Customer notices in English. */
export const english: Language = {
  keep: 'KEEP',
  cancel: 'CANCEL',
  of: (quantity, ordered) => `${quantity} of your ${ordered}`,
  templates: {
    ORDER_PROMISE: `Subject: Order {{ order }}: {% if ship %}ships{% else %}delivery{% endif %} by {{ new_date }}

${hello}

Thank you for ${yourOrder}. These items are not in stock yet, and are set aside for you when they come in:

{{ items }}

{% must "date" %}{% if ship %}They ship by {{ new_date }}.{% else %}You will have them by {{ new_date }}.{% endif %}{% endmust %}

{% must "charge" %}{% if payment == "authorized" %}Your payment is reserved, and charged when we ship.{% elsif payment == "deposit" %}You have paid a deposit; the balance is charged when we ship.{% elsif payment == "pending" %}You have not paid yet; we ship when your payment is here.{% elsif payment == "paid" %}You have paid in full; nothing more will be charged.{% else %}Your payment stays as you chose it at checkout.{% endif %}{% endmust %}

${cancelBefore}

${nextUpdate}

${policy}

${close}`,

    US_FIRST_SHORT: `Subject: Order {{ order }}: shipping delay, please choose

${hello}

These items of ${yourOrder} will ship late, and we are sorry:

{{ items }}

${shipDates}

${choice}

{% must "silence-agrees" %}If we do not hear from you before we ship, and before {{ new_date }}, we will take it that you agree to the new date. You can cancel free of charge until it ships.{% endmust %}

${nextUpdate}

${close}`,

    US_FIRST_LONG: `Subject: Order {{ order }}: shipping delay, we need your answer

${hello}

These items of ${yourOrder} will ship late, and we are sorry:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_FIRST_INDEFINITE: `Subject: Order {{ order }}: shipping delay, we need your answer

${hello}

These items of ${yourOrder} will ship late, and we are sorry:

{{ items }}

${noShipDate}

${reason}

${undatedChoice}

${autoCancel}

${laterCancel}

${nextUpdate}

${close}`,

    US_RENEWED_DEFINITE: `Subject: Order {{ order }}: new shipping date, we need your answer

${hello}

We cannot keep the date we gave you for these items of ${yourOrder}, and we are sorry:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_RENEWED_INDEFINITE: `Subject: Order {{ order }}: no shipping date, we need your answer

${hello}

We cannot keep the date we gave you for these items of ${yourOrder}, and we are sorry:

{{ items }}

${noShipDate}

${reason}

${undatedChoice}

${autoCancel}

${laterCancel}

${nextUpdate}

${close}`,

    US_MISSED_CANCEL: `${cancelledSubject}

${hello}

{% must "cancelled" %}These items of ${yourOrder} are cancelled:{% endmust %}

{{ items }}

${wereDue}They did not, and we did not ask you in time. We are sorry. You do not have to do anything.

${refundSent}

${close}`,

    SELLER_CANCEL: `${cancelledSubject}

${hello}

{% must "cancelled" %}We are sorry: we have to cancel these items of ${yourOrder}:{% endmust %}

{{ items }}

${wereDue}We cannot keep that date and have no other to offer you. You do not have to do anything.

${refundSent}

${close}`,

    CANCEL_CONFIRM: `${cancelledSubject}

${hello}

{% must "cancelled" %}These items of ${yourOrder} are cancelled{% if limit %}, as we had no answer from you by {{ limit }}{% else %}, as you asked{% endif %}:{% endmust %}

{{ items }}

${refundSent}

You do not have to do anything.

${close}`,

    DELAY_PROPOSAL: `Subject: Order {{ order }}: later delivery, please choose

${hello}

These items of ${yourOrder} will arrive late, and we are sorry:

{{ items }}

${deliveryDates}

{% must "question" %}{% if new_date %}Do you agree to {{ new_date }}?{% else %}Do you want to wait without a date?{% endif %}{% unless custom_made %} Please answer this message with one of these two words. It costs you nothing.{% endunless %}{% endmust %}

{{ keep }}: {% if new_date %}you agree to the new date, {{ new_date }}{% else %}you agree to wait without a date{% endif %}.{% unless custom_made %}
{{ cancel }}: we cancel these items and send you a full refund.{% endunless %}

{{ buttons }}

{% must "unchanged" %}{% if new_date %}We propose {{ new_date }}. {% endif %}Your order stays as it is unless you agree.{% if essential %} You told us that the date is essential: you may end the contract at once, by a word to us.{% endif %}{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    LATE_OPEN: `Subject: Order {{ order }}: late delivery, please choose

${hello}

These items of ${yourOrder} should have reached you, and have not. We are sorry:

{{ items }}

${deliveryDates}

{% must "question" %}{% unless custom_made %}Please answer this message with one of these two words. It costs you nothing.{% endunless %}{% endmust %}

{{ keep }}: {% if new_date %}you agree to the new date, {{ new_date }}{% else %}you agree to wait without a date{% endif %}.{% unless custom_made %}
{{ cancel }}: we cancel these items and send you a full refund.{% endunless %}

{{ buttons }}

{% must "extra-period" %}Without an answer your order stays open. You may also set us a further period that is reasonable; if we miss that too, or if the agreed date was essential to you, you may end the contract.{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    TERMINATION_REFUND: `${cancelledSubject}

${hello}

{% must "cancelled" %}We have your word that you no longer want these items of ${yourOrder}. They are cancelled:{% endmust %}

{{ items }}

${refundSent}

You do not have to do anything.

${close}`,

    PREORDER_PROGRESS: `Subject: Order {{ order }}: still on its way to us

${hello}

These items of ${yourOrder} are still to come in:

{{ items }}

{% if new_date %}{% if moved %}The date is now {{ new_date }}.{% else %}Nothing has changed: {% if ship %}they ship by{% else %}you will have them by{% endif %} {{ new_date }}.{% endif %}{% else %}We cannot give you a date at present. You can cancel free of charge, for a full refund, at any time before we ship: just answer {{ cancel }}.{% endif %}

${nextUpdate}

${close}`,

    READY_TO_SHIP: `Subject: Order {{ order }}: ready to ship

${hello}

The goods you waited for are here. These items of ${yourOrder} are being made ready:

{{ items }}

{% if new_date %}{% if ship %}They ship by {{ new_date }}.{% else %}You will have them by {{ new_date }}.{% endif %} {% endif %}{% if payment == "deposit" %}The balance is charged when they ship.{% elsif payment == "authorized" %}Your payment is charged when they ship.{% elsif payment == "pending" %}They leave when your payment is here.{% endif %}

${close}`,

    PARTIAL_SHIP: `Subject: Order {{ order }}: a part has shipped

${hello}

These items of ${yourOrder} have shipped:

{{ items }}

These are still to come{% if waiting_date %}, {% if ship %}and ship by{% else %}and will be with you by{% endif %} {{ waiting_date }}{% endif %}:

{{ waiting }}

{% if waiting_date %}{% else %}We will write to you about their date.{% endif %}

${close}`,

    BACK_IN_STOCK: `Subject: Back in stock: {{ title }}

${hello}

You asked us to tell you when this is back in stock. It is:

{{ items }}

{% must "stop" %}This is the only message about it: we have taken you off the list for it. If you want no more of these, answer STOP.{% endmust %}

${close}`,
  },
};
