import type { Language } from './language.ts';

const hello = `{% if customer == "" %}Goedendag,{% else %}Beste {{ customer }},{% endif %}`;

const yourOrder = `uw bestelling {{ order }}{% if ordered_on %} van {{ ordered_on }}{% endif %}`;

const close = `{{ store }}{% if contact != "" %}
{{ contact }}{% endif %}`;

const shipOrDelivery = `{% if ship %}verzending{% else %}levering{% endif %}`;

const later = `{{ new_date }} ({% if days_later == 1 %}1 dag{% else %}{{ days_later }} dagen{% endif %} later)`;

const shipDates = `Oude datum: verzending uiterlijk op {{ old_date }}
Nieuwe datum: verzending uiterlijk op ${later}`;

const noShipDate = `Oude datum: verzending uiterlijk op {{ old_date }}
{% must "no-date" %}Nieuwe datum: die kunnen we u op dit moment niet geven{% endmust %}`;

const deliveryDates = `Oude datum: levering uiterlijk op {{ old_date }}
Nieuwe datum: {% if new_date %}levering uiterlijk op ${later}{% else %}die kunnen we u op dit moment niet geven{% endif %}`;

const reason = `{% must "reason" %}De reden: we hebben niets meer op voorraad voor uw bestelling, en voor nieuwe voorraad is geen datum bevestigd.{% endmust %}`;

const pleaseAnswer = `Laat ons uw keuze weten door dit bericht te beantwoorden met een van deze twee woorden. Dat kost u niets.`;

const freeAnswer = `{% must "free-answer" %}${pleaseAnswer}{% endmust %}`;

const allPaid = `alles wat u voor deze artikelen hebt betaald, {% if part %}samen met de extra verzendkosten ervoor{% else %}inclusief verzendkosten{% endif %}{% if amount %} ({{ amount }} voor de artikelen){% endif %}`;

const sameWay = `op dezelfde manier als u hebt betaald`;

const within = `{% if billing_cycle %}binnen één factureringsperiode{% else %}binnen {{ refund_days }} {% if working %}werkdagen{% else %}dagen{% endif %}{% endif %}`;

const refund = `{% if charged %}{% must "refund" %}Het volledige bedrag is ${allPaid}. We betalen het ${within} terug, ${sameWay}.{% endmust %}{% else %}{% must "no-charge" %}Voor deze artikelen is nog niets afgeschreven; annuleert u, dan wordt er ook niets afgeschreven.{% endmust %}{% endif %}`;

const keepDate = `{{ keep }}: u gaat akkoord met de nieuwe datum, {{ new_date }}.`;

const keepWaiting = `{{ keep }}: u gaat ermee akkoord om zonder datum te wachten.`;

const cancelItems = `{{ cancel }}: we annuleren deze artikelen en betalen u het volledige bedrag terug.`;

const cancelWord = `{% must "cancel-right" %}${cancelItems}{% endmust %}`;

const choice = `${freeAnswer}

${keepDate}
${cancelWord}

{{ buttons }}

${refund}`;

const undatedChoice = `${freeAnswer}

${keepWaiting}
${cancelWord}

{{ buttons }}

${refund}`;

const answers = `{% if new_date %}${keepDate}{% else %}${keepWaiting}{% endif %}{% unless custom_made %}
${cancelItems}{% endunless %}`;

const autoCancel = `{% must "auto-cancel" %}We hebben uw ja nodig. Als we tot en met {{ limit }} niet hebben verzonden en ook uw {{ keep }} niet hebben ontvangen, worden deze artikelen automatisch geannuleerd en {% if charged %}betalen we u{% if refund_by %} uiterlijk op {{ refund_by }}{% endif %} het volledige bedrag terug{% else %}wordt er niets voor afgeschreven{% endif %}.{% endmust %}`;

const laterCancel = `{% must "later-cancel" %}Ook als u {{ keep }} hebt geantwoord, kunt u tot aan de verzending op elk moment kosteloos annuleren; u krijgt dan het volledige bedrag terug.{% endmust %}`;

const nextUpdate = `{% must "next-update" %}U hoort uiterlijk op {{ next_update }} weer van ons, en meteen als de datum verandert.{% endmust %}`;

const wereDue = `{% if old_date %}Ze zouden uiterlijk op {{ old_date }} {% if ship %}worden verzonden{% else %}bij u zijn{% endif %}. {% endif %}`;

const refundSent = `{% if charged %}{% must "refund" %}U krijgt het volledige bedrag terug: ${allPaid}. We betalen het {% if refund_by %}uiterlijk op {{ refund_by }}{% else %}${within}{% endif %} terug, ${sameWay}. Hebt u met een kaart betaald, dan ziet u het als bijschrijving op uw afschrift.{% if payment == "" %} Is er nog niets afgeschreven, dan wordt er ook niets afgeschreven.{% endif %}{% endmust %}{% else %}{% must "no-charge" %}Voor deze artikelen is niets afgeschreven en er wordt ook niets afgeschreven{% if payment == "authorized" %}: het bedrag dat bij uw bank was gereserveerd, wordt weer vrijgegeven{% endif %}.{% endmust %}{% endif %}`;

const cancelledSubject = `Subject: Bestelling {{ order }}: geannuleerd{% if charged %}, volledige terugbetaling{% endif %}`;

const policy = `{% if policy != "" %}{{ policy }}{% endif %}`;

const anyTimeBefore = `op elk moment {% if ship %}tot aan de verzending{% else %}vóór de levering{% endif %} kosteloos`;

const cancelBefore = `{% if custom_made %}{% must "cancel-right" %}Deze artikelen worden speciaal voor u gemaakt: daarvoor geldt geen herroepingsrecht. Halen we de afgesproken datum niet, en een redelijke extra termijn ook niet, dan mag u de overeenkomst ontbinden.{% endmust %}{% else %}{% must "cancel-right" %}{% if european %}U hebt het recht de aankoop van deze artikelen ${anyTimeBefore} te herroepen{% else %}U kunt deze artikelen ${anyTimeBefore} annuleren{% endif %}; we betalen u dan ${within} alles terug.{% endmust %}{% endif %}{% if european %}{% must "withdrawal-function" %}{% if withdrawal_url %} Herroepen kan ook hier: {{ withdrawal_url }}{% endif %}{% endmust %}{% endif %}`;

/** Customer notices in Dutch. */
export const dutch: Language = {
  keep: 'HOUDEN',
  cancel: 'ANNULEREN',
  of: (quantity, ordered) => `${quantity} van uw ${ordered}`,
  templates: {
    ORDER_PROMISE: `Subject: Bestelling {{ order }}: ${shipOrDelivery} uiterlijk op {{ new_date }}

${hello}

Bedankt voor ${yourOrder}. Deze artikelen zijn nog niet op voorraad, maar zodra ze er zijn, zijn ze voor u:

{{ items }}

{% must "date" %}{% if ship %}We verzenden ze uiterlijk op {{ new_date }}.{% else %}U hebt ze uiterlijk op {{ new_date }} in huis.{% endif %}{% endmust %}

{% must "charge" %}{% if payment == "authorized" %}Uw betaling is gereserveerd en wordt bij verzending afgeschreven.{% elsif payment == "deposit" %}U hebt een aanbetaling gedaan; het restbedrag wordt bij verzending afgeschreven.{% elsif payment == "pending" %}U hebt nog niet betaald; we verzenden als uw betaling binnen is.{% elsif payment == "paid" %}U hebt alles al betaald; er wordt niets meer afgeschreven.{% else %}Uw betaling blijft zoals u die bij de bestelling hebt gekozen.{% endif %}{% endmust %}

${cancelBefore}

${nextUpdate}

${policy}

${close}`,

    US_FIRST_SHORT: `Subject: Bestelling {{ order }}: verzending vertraagd, graag uw keuze

${hello}

Het spijt ons dat we deze artikelen uit ${yourOrder} later verzenden dan afgesproken:

{{ items }}

${shipDates}

${choice}

{% must "silence-agrees" %}Als we vóór de verzending en vóór {{ new_date }} niets van u horen, gaan we ervan uit dat u akkoord gaat met de nieuwe datum. Tot aan de verzending kunt u kosteloos annuleren.{% endmust %}

${nextUpdate}

${close}`,

    US_FIRST_LONG: `Subject: Bestelling {{ order }}: verzending vertraagd, we hebben uw antwoord nodig

${hello}

Het spijt ons dat we deze artikelen uit ${yourOrder} later verzenden dan afgesproken:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_FIRST_INDEFINITE: `Subject: Bestelling {{ order }}: verzending vertraagd, we hebben uw antwoord nodig

${hello}

Het spijt ons dat we deze artikelen uit ${yourOrder} later verzenden dan afgesproken:

{{ items }}

${noShipDate}

${reason}

${undatedChoice}

${autoCancel}

${laterCancel}

${nextUpdate}

${close}`,

    US_RENEWED_DEFINITE: `Subject: Bestelling {{ order }}: nieuwe verzenddatum, we hebben uw antwoord nodig

${hello}

Het spijt ons dat we de datum niet halen die we u hebben gegeven voor deze artikelen uit ${yourOrder}:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_RENEWED_INDEFINITE: `Subject: Bestelling {{ order }}: geen verzenddatum, we hebben uw antwoord nodig

${hello}

Het spijt ons dat we de datum niet halen die we u hebben gegeven voor deze artikelen uit ${yourOrder}:

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

{% must "cancelled" %}Deze artikelen uit ${yourOrder} zijn geannuleerd:{% endmust %}

{{ items }}

${wereDue}Dat is niet gebeurd, en we hebben u niet op tijd gevraagd of u wilde wachten. Dat spijt ons. U hoeft niets te doen.

${refundSent}

${close}`,

    SELLER_CANCEL: `${cancelledSubject}

${hello}

{% must "cancelled" %}Het spijt ons dat we deze artikelen uit ${yourOrder} moeten annuleren:{% endmust %}

{{ items }}

${wereDue}Die datum halen we niet, en een andere kunnen we u niet bieden. U hoeft niets te doen.

${refundSent}

${close}`,

    CANCEL_CONFIRM: `${cancelledSubject}

${hello}

{% must "cancelled" %}Deze artikelen uit ${yourOrder} zijn geannuleerd, {% if limit %}omdat we tot en met {{ limit }} geen antwoord van u hebben ontvangen{% else %}zoals u hebt gevraagd{% endif %}:{% endmust %}

{{ items }}

${refundSent}

U hoeft niets te doen.

${close}`,

    DELAY_PROPOSAL: `Subject: Bestelling {{ order }}: latere levering, graag uw keuze

${hello}

Het spijt ons dat deze artikelen uit ${yourOrder} te laat bij u aankomen:

{{ items }}

${deliveryDates}

{% must "question" %}{% if new_date %}Gaat u akkoord met {{ new_date }}?{% else %}Wilt u wachten zonder datum?{% endif %}{% unless custom_made %} ${pleaseAnswer}{% endunless %}{% endmust %}

${answers}

{{ buttons }}

{% must "unchanged" %}{% if new_date %}We stellen {{ new_date }} voor. {% endif %}Uw bestelling blijft zoals die is, tenzij u akkoord gaat.{% if essential %} U hebt ons laten weten dat de datum voor u essentieel is: u mag de overeenkomst meteen ontbinden, een kort bericht aan ons is genoeg.{% endif %}{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    LATE_OPEN: `Subject: Bestelling {{ order }}: levering te laat, graag uw keuze

${hello}

Het spijt ons dat deze artikelen uit ${yourOrder} nog niet bij u zijn, terwijl de leverdatum al voorbij is:

{{ items }}

${deliveryDates}

{% must "question" %}{% unless custom_made %}${pleaseAnswer}{% endunless %}{% endmust %}

${answers}

{{ buttons }}

{% must "extra-period" %}Zonder antwoord blijft uw bestelling openstaan. U kunt ons ook een redelijke extra termijn geven; halen we die ook niet, of was de afgesproken datum voor u essentieel, dan mag u de overeenkomst ontbinden.{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    TERMINATION_REFUND: `${cancelledSubject}

${hello}

{% must "cancelled" %}We hebben uw bericht ontvangen dat u deze artikelen uit ${yourOrder} niet meer wilt. Ze zijn geannuleerd:{% endmust %}

{{ items }}

${refundSent}

U hoeft niets te doen.

${close}`,

    PREORDER_PROGRESS: `Subject: Bestelling {{ order }}: nog onderweg naar ons

${hello}

Deze artikelen uit ${yourOrder} zijn nog niet bij ons binnen:

{{ items }}

{% if new_date %}{% if moved %}De datum is nu {{ new_date }}.{% else %}Er is niets veranderd: ${shipOrDelivery} uiterlijk op {{ new_date }}.{% endif %}{% else %}We kunnen u op dit moment geen datum geven. Tot aan de verzending kunt u op elk moment kosteloos annuleren en krijgt u het volledige bedrag terug: antwoord gewoon met {{ cancel }}.{% endif %}

${nextUpdate}

${close}`,

    READY_TO_SHIP: `Subject: Bestelling {{ order }}: klaar voor verzending

${hello}

Waar u op hebt gewacht, is binnen. Deze artikelen uit ${yourOrder} maken we nu klaar voor verzending:

{{ items }}

{% if new_date %}{% if ship %}We verzenden ze uiterlijk op {{ new_date }}.{% else %}U hebt ze uiterlijk op {{ new_date }} in huis.{% endif %} {% endif %}{% if payment == "deposit" %}Het restbedrag wordt bij verzending afgeschreven.{% elsif payment == "authorized" %}Het gereserveerde bedrag wordt bij verzending afgeschreven.{% elsif payment == "pending" %}Ze gaan op weg zodra uw betaling binnen is.{% endif %}

${close}`,

    PARTIAL_SHIP: `Subject: Bestelling {{ order }}: een deel is verzonden

${hello}

Deze artikelen uit ${yourOrder} hebben we verzonden:

{{ items }}

Deze volgen nog{% if waiting_date %}, ${shipOrDelivery} uiterlijk op {{ waiting_date }}{% endif %}:

{{ waiting }}

{% if waiting_date %}{% else %}Over de datum daarvan schrijven we u nog.{% endif %}

${close}`,

    BACK_IN_STOCK: `Subject: Weer op voorraad: {{ title }}

${hello}

U vroeg ons om een bericht als dit artikel weer op voorraad is. Het is er weer:

{{ items }}

{% must "stop" %}Dit is het enige bericht hierover: we hebben u hiervoor van de lijst gehaald. Wilt u zulke berichten niet meer ontvangen, antwoord dan met STOP.{% endmust %}

${close}`,
  },
};
