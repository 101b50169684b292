import type { Language } from './language.ts';

const hello = `{% if customer == "" %}Bonjour,{% else %}Bonjour {{ customer }},{% endif %}`;

const yourOrder = `votre commande {{ order }}{% if ordered_on %} du {{ ordered_on }}{% endif %}`;

const close = `{{ store }}{% if contact != "" %}
{{ contact }}{% endif %}`;

const later = `{{ new_date }} ({% if days_later == 1 %}1 jour{% else %}{{ days_later }} jours{% endif %} plus tard)`;

const shipDates = `Ancienne date : expédition au plus tard le {{ old_date }}
Nouvelle date : expédition au plus tard le ${later}`;

const noShipDate = `Ancienne date : expédition au plus tard le {{ old_date }}
{% must "no-date" %}Nouvelle date : nous ne pouvons pas vous en indiquer pour le moment{% endmust %}`;

const deliveryDates = `Ancienne date : livraison au plus tard le {{ old_date }}
Nouvelle date : {% if new_date %}livraison au plus tard le ${later}{% else %}nous ne pouvons pas vous en indiquer pour le moment{% endif %}`;

const reason = `{% must "reason" %}La raison : il ne nous en reste plus pour votre commande, et aucune date de réapprovisionnement n’est confirmée.{% endmust %}`;

const answer = `Merci de répondre à ce message par l’un de ces deux mots. Cela ne vous coûte rien.`;

const freeAnswer = `{% must "free-answer" %}${answer}{% endmust %}`;

const allPaid = `tout ce que vous avez payé pour ces articles, {% if part %}avec les frais de livraison supplémentaires qu’ils ont entraînés{% else %}frais de livraison compris{% endif %}{% if amount %} ({{ amount }} pour les articles){% endif %}`;

const within = `dans un délai {% if billing_cycle %}d’un cycle de facturation{% else %}de {{ refund_days }} jours{% if working %} ouvrés{% endif %}{% endif %}`;

const refund = `{% if charged %}{% must "refund" %}Le remboursement intégral couvre ${allPaid}, et se fait par le moyen de paiement que vous avez utilisé. Nous l’envoyons ${within}.{% endmust %}{% else %}{% must "no-charge" %}Rien n’a été débité pour ces articles ; si vous annulez, rien ne le sera.{% endmust %}{% endif %}`;

const cancelLine = `{{ cancel }} : nous annulons ces articles et vous remboursons intégralement.`;

const cancelWord = `{% must "cancel-right" %}${cancelLine}{% endmust %}`;

const choice = `${freeAnswer}

{{ keep }} : vous acceptez la nouvelle date, le {{ new_date }}.
${cancelWord}

{{ buttons }}

${refund}`;

const undatedChoice = `${freeAnswer}

{{ keep }} : vous acceptez d’attendre sans date fixée.
${cancelWord}

{{ buttons }}

${refund}`;

const autoCancel = `{% must "auto-cancel" %}Nous avons besoin de votre accord. Si, à la fin de la journée du {{ limit }}, nous n’avons ni expédié ces articles ni reçu votre réponse {{ keep }}, ils sont annulés automatiquement et {% if charged %}nous vous envoyons le remboursement intégral{% if refund_by %} au plus tard le {{ refund_by }}{% endif %}{% else %}rien ne vous sera débité pour eux{% endif %}.{% endmust %}`;

const laterCancel = `{% must "later-cancel" %}Même après avoir répondu {{ keep }}, vous pouvez annuler sans frais à tout moment avant l’expédition, avec un remboursement intégral.{% endmust %}`;

const nextUpdate = `{% must "next-update" %}Vous aurez de nos nouvelles au plus tard le {{ next_update }}, et sans attendre si la date change.{% endmust %}`;

const wereDue = `{% if old_date %}Ils devaient {% if ship %}être expédiés{% else %}vous être livrés{% endif %} au plus tard le {{ old_date }}. {% endif %}`;

const refundSent = `{% if charged %}{% must "refund" %}Vous recevez un remboursement intégral : ${allPaid}, par le moyen de paiement que vous avez utilisé. Nous l’envoyons {% if refund_by %}au plus tard le {{ refund_by }}{% else %}${within}{% endif %}. Si vous avez payé par carte, il apparaîtra au crédit de votre relevé.{% if payment == "" %} Si rien n’a encore été débité, rien ne le sera.{% endif %}{% endmust %}{% else %}{% must "no-charge" %}Rien n’a été débité pour ces articles et rien ne le sera{% if payment == "authorized" %} : la somme réservée auprès de votre banque est libérée{% endif %}.{% endmust %}{% endif %}`;

const cancelledSubject = `Subject: Commande {{ order }} : annulation{% if charged %} et remboursement intégral{% endif %}`;

const policy = `{% if policy != "" %}{{ policy }}{% endif %}`;

const cancelBefore = `{% if custom_made %}{% must "cancel-right" %}Ces articles sont fabriqués spécialement pour vous : le droit de rétractation ne s’y applique pas. Si nous ne respectons ni la date convenue ni un délai supplémentaire raisonnable, vous pouvez mettre fin au contrat (résolution).{% endmust %}{% else %}{% must "cancel-right" %}{% if european %}Vous avez le droit de vous rétracter{% else %}Vous pouvez annuler{% endif %} sans frais à tout moment {% if ship %}jusqu’à l’expédition{% else %}avant la livraison{% endif %} ; nous vous remboursons alors en totalité ${within}.{% endmust %}{% endif %}{% if european %}{% must "withdrawal-function" %}{% if withdrawal_url %} Vous pouvez aussi vous rétracter ici : {{ withdrawal_url }}{% endif %}{% endmust %}{% endif %}`;

/** Customer notices in French. */
export const french: Language = {
  keep: 'GARDER',
  cancel: 'ANNULER',
  of: (quantity, ordered) => `${quantity} de vos ${ordered}`,
  templates: {
    ORDER_PROMISE: `Subject: Commande {{ order }} : {% if ship %}expédition{% else %}livraison{% endif %} au plus tard le {{ new_date }}

${hello}

Merci pour ${yourOrder}. Les articles suivants ne sont pas encore en stock ; ils sont à vous dès leur arrivée :

{{ items }}

{% must "date" %}{% if ship %}Ils seront expédiés au plus tard le {{ new_date }}.{% else %}Vous les recevrez au plus tard le {{ new_date }}.{% endif %}{% endmust %}

{% must "charge" %}{% if payment == "authorized" %}Le montant est réservé et sera débité au moment de l’expédition.{% elsif payment == "deposit" %}Vous avez réglé une partie du prix ; le solde sera débité au moment de l’expédition.{% elsif payment == "pending" %}Votre paiement ne nous est pas encore parvenu ; nous expédierons à sa réception.{% elsif payment == "paid" %}Vous avez tout réglé ; rien d’autre ne sera débité.{% else %}Votre paiement reste tel que vous l’avez choisi lors de la commande.{% endif %}{% endmust %}

${cancelBefore}

${nextUpdate}

${policy}

${close}`,

    US_FIRST_SHORT: `Subject: Commande {{ order }} : retard d’expédition, merci de faire votre choix

${hello}

Nous sommes désolés, les articles suivants de ${yourOrder} seront expédiés en retard :

{{ items }}

${shipDates}

${choice}

{% must "silence-agrees" %}Sans réponse de votre part avant l’expédition et avant le {{ new_date }}, nous considérerons que vous acceptez la nouvelle date. Vous pouvez annuler sans frais jusqu’à l’expédition.{% endmust %}

${nextUpdate}

${close}`,

    US_FIRST_LONG: `Subject: Commande {{ order }} : retard d’expédition, nous avons besoin de votre réponse

${hello}

Nous sommes désolés, les articles suivants de ${yourOrder} seront expédiés en retard :

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_FIRST_INDEFINITE: `Subject: Commande {{ order }} : retard d’expédition, nous avons besoin de votre réponse

${hello}

Nous sommes désolés, les articles suivants de ${yourOrder} seront expédiés en retard :

{{ items }}

${noShipDate}

${reason}

${undatedChoice}

${autoCancel}

${laterCancel}

${nextUpdate}

${close}`,

    US_RENEWED_DEFINITE: `Subject: Commande {{ order }} : nouvelle date d’expédition, nous avons besoin de votre réponse

${hello}

Nous sommes désolés, nous ne pouvons pas tenir la date que nous vous avions donnée pour les articles suivants de ${yourOrder} :

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_RENEWED_INDEFINITE: `Subject: Commande {{ order }} : pas de date d’expédition, nous avons besoin de votre réponse

${hello}

Nous sommes désolés, nous ne pouvons pas tenir la date que nous vous avions donnée pour les articles suivants de ${yourOrder} :

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

{% must "cancelled" %}Les articles suivants de ${yourOrder} sont annulés :{% endmust %}

{{ items }}

${wereDue}Cela n’a pas été fait, et nous ne vous avons pas demandé votre accord à temps. Nous en sommes désolés. Vous n’avez rien à faire.

${refundSent}

${close}`,

    SELLER_CANCEL: `${cancelledSubject}

${hello}

{% must "cancelled" %}Nous sommes désolés de devoir annuler les articles suivants de ${yourOrder} :{% endmust %}

{{ items }}

${wereDue}Nous ne pouvons pas tenir cette date et n’en avons pas d’autre à vous proposer. Vous n’avez rien à faire.

${refundSent}

${close}`,

    CANCEL_CONFIRM: `${cancelledSubject}

${hello}

{% must "cancelled" %}{% if limit %}Sans réponse de votre part au {{ limit }}{% else %}Comme vous l’avez demandé{% endif %}, les articles suivants de ${yourOrder} sont annulés :{% endmust %}

{{ items }}

${refundSent}

Vous n’avez rien à faire.

${close}`,

    DELAY_PROPOSAL: `Subject: Commande {{ order }} : livraison plus tardive, merci de faire votre choix

${hello}

Nous sommes désolés, les articles suivants de ${yourOrder} arriveront en retard :

{{ items }}

${deliveryDates}

{% must "question" %}{% if new_date %}Acceptez-vous la date du {{ new_date }} ?{% else %}Souhaitez-vous attendre sans date fixée ?{% endif %}{% unless custom_made %} ${answer}{% endunless %}{% endmust %}

{{ keep }} : {% if new_date %}vous acceptez la nouvelle date, le {{ new_date }}{% else %}vous acceptez d’attendre sans date fixée{% endif %}.{% unless custom_made %}
${cancelLine}{% endunless %}

{{ buttons }}

{% must "unchanged" %}{% if new_date %}Nous vous proposons le {{ new_date }}. {% endif %}Sans votre accord, votre commande reste inchangée.{% if essential %} Vous nous avez dit que la date est essentielle pour vous : vous pouvez mettre fin au contrat immédiatement (résolution), sur simple message de votre part.{% endif %}{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    LATE_OPEN: `Subject: Commande {{ order }} : livraison en retard, merci de faire votre choix

${hello}

Nous sommes désolés, les articles suivants de ${yourOrder} auraient dû vous parvenir et ne sont pas arrivés :

{{ items }}

${deliveryDates}

{% must "question" %}{% unless custom_made %}${answer}{% endunless %}{% endmust %}

{{ keep }} : {% if new_date %}vous acceptez la nouvelle date, le {{ new_date }}{% else %}vous acceptez d’attendre sans date fixée{% endif %}.{% unless custom_made %}
${cancelLine}{% endunless %}

{{ buttons }}

{% must "extra-period" %}Sans réponse de votre part, votre commande reste en cours. Vous pouvez aussi nous fixer un délai supplémentaire raisonnable ; si nous ne le respectons pas non plus, ou si la date convenue était essentielle pour vous, vous pouvez mettre fin au contrat (résolution).{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    TERMINATION_REFUND: `${cancelledSubject}

${hello}

{% must "cancelled" %}Nous avons bien reçu votre message nous indiquant que vous ne souhaitez plus les articles suivants de ${yourOrder}. Ils sont annulés :{% endmust %}

{{ items }}

${refundSent}

Vous n’avez rien à faire.

${close}`,

    PREORDER_PROGRESS: `Subject: Commande {{ order }} : articles encore attendus

${hello}

Nous attendons encore l’arrivée des articles suivants de ${yourOrder} :

{{ items }}

{% if new_date %}{% if moved %}La date est désormais fixée au {{ new_date }}.{% else %}Rien n’a changé : {% if ship %}ils seront expédiés{% else %}vous les recevrez{% endif %} au plus tard le {{ new_date }}.{% endif %}{% else %}Nous ne pouvons pas vous indiquer de date pour le moment. Vous pouvez annuler sans frais à tout moment avant l’expédition, avec un remboursement intégral : il suffit de répondre {{ cancel }}.{% endif %}

${nextUpdate}

${close}`,

    READY_TO_SHIP: `Subject: Commande {{ order }} : prête à partir

${hello}

Ce que vous attendiez est arrivé. Nous préparons l’envoi des articles suivants de ${yourOrder} :

{{ items }}

{% if new_date %}{% if ship %}Ils seront expédiés au plus tard le {{ new_date }}.{% else %}Vous les recevrez au plus tard le {{ new_date }}.{% endif %} {% endif %}{% if payment == "deposit" %}Le solde sera débité au moment de l’expédition.{% elsif payment == "authorized" %}Votre paiement sera débité au moment de l’expédition.{% elsif payment == "pending" %}Ils partiront dès réception de votre paiement.{% endif %}

${close}`,

    PARTIAL_SHIP: `Subject: Commande {{ order }} : une partie a été expédiée

${hello}

Les articles suivants de ${yourOrder} ont été expédiés :

{{ items }}

Les suivants restent à venir{% if waiting_date %} et {% if ship %}seront expédiés{% else %}vous parviendront{% endif %} au plus tard le {{ waiting_date }}{% endif %} :

{{ waiting }}

{% if waiting_date %}{% else %}Nous vous écrirons au sujet de leur date.{% endif %}

${close}`,

    BACK_IN_STOCK: `Subject: De nouveau en stock : {{ title }}

${hello}

Vous nous aviez demandé de vous prévenir du retour en stock de cet article. Le voici :

{{ items }}

{% must "stop" %}C’est le seul message à ce sujet : votre adresse a été retirée de la liste pour cet article. Si vous ne souhaitez plus recevoir ce type de message, répondez STOP.{% endmust %}

${close}`,
  },
};
