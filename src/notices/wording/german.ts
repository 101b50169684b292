import type { Language } from './language.ts';

const hello = `Guten Tag{% if customer != "" %} {{ customer }}{% endif %},`;

const order = `Bestellung {{ order }}{% if ordered_on %} vom {{ ordered_on }}{% endif %}`;

const theseItems = `diese Artikel aus Ihrer ${order}`;

const close = `{{ store }}{% if contact != "" %}
{{ contact }}{% endif %}`;

const shipOrDelivery = `{% if ship %}Versand{% else %}Lieferung{% endif %}`;

const later = `{{ new_date }} ({% if days_later == 1 %}1 Tag{% else %}{{ days_later }} Tage{% endif %} später)`;

const shipDates = `Bisheriger Termin: Versand spätestens am {{ old_date }}
Neuer Termin: Versand spätestens am ${later}`;

const noShipDate = `Bisheriger Termin: Versand spätestens am {{ old_date }}
{% must "no-date" %}Neuer Termin: können wir Ihnen derzeit nicht nennen{% endmust %}`;

const deliveryDates = `Bisheriger Termin: Lieferung spätestens am {{ old_date }}
Neuer Termin: {% if new_date %}Lieferung spätestens am ${later}{% else %}können wir Ihnen derzeit nicht nennen{% endif %}`;

const reason = `{% must "reason" %}Der Grund: Für Ihre Bestellung haben wir keine Ware mehr, und für neue Ware ist kein Termin bestätigt.{% endmust %}`;

const pleaseAnswer = `Bitte antworten Sie auf diese Nachricht mit einem dieser beiden Wörter. Das kostet Sie nichts.`;

const freeAnswer = `{% must "free-answer" %}${pleaseAnswer}{% endmust %}`;

const allPaid = `alles, was Sie für diese Artikel bezahlt haben, {% if part %}samt den Versandkosten, die durch sie hinzugekommen sind{% else %}einschließlich Versandkosten{% endif %}{% if amount %} ({{ amount }} für die Artikel){% endif %}`;

const sameWay = `auf demselben Weg an Sie zurück, auf dem Sie bezahlt haben`;

const within = `{% if billing_cycle %}innerhalb eines Abrechnungszeitraums{% else %}innerhalb von {{ refund_days }} {% if working %}Arbeitstagen{% else %}Tagen{% endif %}{% endif %}`;

const refund = `{% if charged %}{% must "refund" %}Die volle Erstattung umfasst ${allPaid}. Das Geld geht ${within} ${sameWay}.{% endmust %}{% else %}{% must "no-charge" %}Für diese Artikel wurde noch nichts abgebucht; stornieren Sie, wird auch nichts abgebucht.{% endmust %}{% endif %}`;

const keepDate = `{{ keep }}: Sie sind mit dem neuen Termin einverstanden, dem {{ new_date }}.`;

const keepWaiting = `{{ keep }}: Sie sind einverstanden, ohne Termin zu warten.`;

const cancelItems = `{{ cancel }}: Wir stornieren diese Artikel, und Sie erhalten die volle Erstattung.`;

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

const autoCancel = `{% must "auto-cancel" %}Wir brauchen Ihr Ja. Wenn wir bis einschließlich {{ limit }} weder versandt noch Ihr {{ keep }} erhalten haben, werden diese Artikel automatisch storniert, und {% if charged %}die volle Erstattung geht{% if refund_by %} spätestens am {{ refund_by }}{% endif %} an Sie{% else %}es wird nichts für sie abgebucht{% endif %}.{% endmust %}`;

const laterCancel = `{% must "later-cancel" %}Auch wenn Sie mit {{ keep }} geantwortet haben, können Sie bis zum Versand jederzeit kostenlos stornieren und erhalten dann die volle Erstattung.{% endmust %}`;

const nextUpdate = `{% must "next-update" %}Sie hören spätestens am {{ next_update }} wieder von uns, und sofort, falls sich der Termin ändert.{% endmust %}`;

const wereDue = `{% if old_date %}Zugesagt war {% if ship %}der Versand{% else %}die Lieferung{% endif %} bis zum {{ old_date }}. {% endif %}`;

const refundSent = `{% if charged %}{% must "refund" %}Sie erhalten die volle Erstattung: ${allPaid}. Das Geld geht {% if refund_by %}spätestens am {{ refund_by }}{% else %}${within}{% endif %} ${sameWay}. Bei Kartenzahlung sehen Sie es als Gutschrift auf Ihrer Kartenabrechnung.{% if payment == "" %} Wurde noch nichts abgebucht, wird auch nichts abgebucht.{% endif %}{% endmust %}{% else %}{% must "no-charge" %}Für diese Artikel wurde nichts abgebucht, und es wird auch nichts abgebucht{% if payment == "authorized" %}: Der Betrag, der bei Ihrer Bank reserviert war, wird wieder freigegeben{% endif %}.{% endmust %}{% endif %}`;

const cancelledSubject = `Subject: Bestellung {{ order }}: storniert{% if charged %}, volle Erstattung{% endif %}`;

const policy = `{% if policy != "" %}{{ policy }}{% endif %}`;

const anyTimeBefore = `jederzeit {% if ship %}bis zum Versand{% else %}vor der Lieferung{% endif %} kostenlos`;

const cancelBefore = `{% if custom_made %}{% must "cancel-right" %}Diese Artikel werden eigens für Sie angefertigt: Ein Widerrufsrecht besteht für sie nicht. Halten wir den vereinbarten Termin und auch eine angemessene Nachfrist nicht ein, können Sie vom Vertrag zurücktreten.{% endmust %}{% else %}{% must "cancel-right" %}{% if european %}Sie haben das Recht, den Kauf dieser Artikel ${anyTimeBefore} zu widerrufen{% else %}Sie können diese Artikel ${anyTimeBefore} stornieren{% endif %}; wir erstatten Ihnen dann alles ${within}.{% endmust %}{% endif %}{% if european %}{% must "withdrawal-function" %}{% if withdrawal_url %} Widerrufen können Sie auch hier: {{ withdrawal_url }}{% endif %}{% endmust %}{% endif %}`;

/** Customer notices in German. */
export const german: Language = {
  keep: 'BEHALTEN',
  cancel: 'STORNIEREN',
  of: (quantity, ordered) => `${quantity} von Ihren ${ordered}`,
  templates: {
    ORDER_PROMISE: `Subject: Bestellung {{ order }}: ${shipOrDelivery} spätestens am {{ new_date }}

${hello}

vielen Dank für Ihre ${order}. Diese Artikel sind noch nicht auf Lager, aber schon fest für Sie vorgesehen:

{{ items }}

{% must "date" %}{% if ship %}Wir versenden sie spätestens am {{ new_date }}.{% else %}Die Artikel sind spätestens am {{ new_date }} bei Ihnen.{% endif %}{% endmust %}

{% must "charge" %}{% if payment == "authorized" %}Ihre Zahlung ist reserviert und wird beim Versand abgebucht.{% elsif payment == "deposit" %}Sie haben eine Anzahlung geleistet; der Restbetrag wird beim Versand abgebucht.{% elsif payment == "pending" %}Sie haben noch nicht bezahlt; wir versenden, wenn Ihre Zahlung eingegangen ist.{% elsif payment == "paid" %}Sie haben bereits alles bezahlt; es wird nichts weiter abgebucht.{% else %}Ihre Zahlung bleibt so, wie Sie sie bei der Bestellung gewählt haben.{% endif %}{% endmust %}

${cancelBefore}

${nextUpdate}

${policy}

${close}`,

    US_FIRST_SHORT: `Subject: Bestellung {{ order }}: Versand verzögert sich, bitte wählen Sie

${hello}

es tut uns leid, dass wir ${theseItems} später versenden als zugesagt:

{{ items }}

${shipDates}

${choice}

{% must "silence-agrees" %}Wenn wir vor dem Versand und vor dem {{ new_date }} nichts von Ihnen hören, gehen wir davon aus, dass Sie mit dem neuen Termin einverstanden sind. Bis zum Versand können Sie kostenlos stornieren.{% endmust %}

${nextUpdate}

${close}`,

    US_FIRST_LONG: `Subject: Bestellung {{ order }}: Versand verzögert sich, wir brauchen Ihre Antwort

${hello}

es tut uns leid, dass wir ${theseItems} später versenden als zugesagt:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_FIRST_INDEFINITE: `Subject: Bestellung {{ order }}: Versand verzögert sich, wir brauchen Ihre Antwort

${hello}

es tut uns leid, dass wir ${theseItems} später versenden als zugesagt:

{{ items }}

${noShipDate}

${reason}

${undatedChoice}

${autoCancel}

${laterCancel}

${nextUpdate}

${close}`,

    US_RENEWED_DEFINITE: `Subject: Bestellung {{ order }}: neuer Versandtermin, wir brauchen Ihre Antwort

${hello}

es tut uns leid, dass wir den Termin nicht halten können, den wir Ihnen für ${theseItems} genannt haben:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_RENEWED_INDEFINITE: `Subject: Bestellung {{ order }}: kein Versandtermin, wir brauchen Ihre Antwort

${hello}

es tut uns leid, dass wir den Termin nicht halten können, den wir Ihnen für ${theseItems} genannt haben:

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

{% must "cancelled" %}${theseItems} sind storniert:{% endmust %}

{{ items }}

${wereDue}Diesen Termin haben wir nicht eingehalten, und wir haben Sie nicht rechtzeitig gefragt, ob Sie warten möchten. Das tut uns leid. Sie müssen nichts tun.

${refundSent}

${close}`,

    SELLER_CANCEL: `${cancelledSubject}

${hello}

{% must "cancelled" %}es tut uns leid, dass wir ${theseItems} stornieren müssen:{% endmust %}

{{ items }}

${wereDue}Diesen Termin können wir nicht halten, und einen anderen können wir Ihnen nicht anbieten. Sie müssen nichts tun.

${refundSent}

${close}`,

    CANCEL_CONFIRM: `${cancelledSubject}

${hello}

{% must "cancelled" %}${theseItems} sind storniert, {% if limit %}da wir bis einschließlich {{ limit }} keine Antwort von Ihnen erhalten haben{% else %}wie Sie es gewünscht haben{% endif %}:{% endmust %}

{{ items }}

${refundSent}

Sie müssen nichts tun.

${close}`,

    DELAY_PROPOSAL: `Subject: Bestellung {{ order }}: spätere Lieferung, bitte wählen Sie

${hello}

es tut uns leid, dass ${theseItems} verspätet bei Ihnen ankommen:

{{ items }}

${deliveryDates}

{% must "question" %}{% if new_date %}Sind Sie mit dem {{ new_date }} einverstanden?{% else %}Möchten Sie ohne Termin warten?{% endif %}{% unless custom_made %} ${pleaseAnswer}{% endunless %}{% endmust %}

${answers}

{{ buttons }}

{% must "unchanged" %}{% if new_date %}Der {{ new_date }} ist unser Vorschlag. {% endif %}Solange Sie nicht zustimmen, bleibt Ihre Bestellung, wie sie ist.{% if essential %} Sie haben uns gesagt, dass der Termin für Sie wesentlich ist: Sie können sofort vom Vertrag zurücktreten, eine kurze Nachricht an uns genügt.{% endif %}{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    LATE_OPEN: `Subject: Bestellung {{ order }}: verspätete Lieferung, bitte wählen Sie

${hello}

es tut uns leid, dass ${theseItems} noch nicht bei Ihnen sind, obwohl der Liefertermin verstrichen ist:

{{ items }}

${deliveryDates}

{% must "question" %}{% unless custom_made %}${pleaseAnswer}{% endunless %}{% endmust %}

${answers}

{{ buttons }}

{% must "extra-period" %}Ohne Antwort bleibt Ihre Bestellung bestehen. Sie können uns auch eine angemessene Nachfrist setzen; halten wir auch diese nicht ein oder war der vereinbarte Termin für Sie wesentlich, können Sie vom Vertrag zurücktreten.{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    TERMINATION_REFUND: `${cancelledSubject}

${hello}

{% must "cancelled" %}wir haben Ihre Nachricht erhalten, dass Sie ${theseItems} nicht mehr möchten. Die Artikel sind storniert:{% endmust %}

{{ items }}

${refundSent}

Sie müssen nichts tun.

${close}`,

    PREORDER_PROGRESS: `Subject: Bestellung {{ order }}: noch unterwegs zu uns

${hello}

${theseItems} sind noch nicht bei uns eingetroffen:

{{ items }}

{% if new_date %}{% if moved %}Der Termin ist jetzt der {{ new_date }}.{% else %}Es hat sich nichts geändert: ${shipOrDelivery} spätestens am {{ new_date }}.{% endif %}{% else %}Einen Termin können wir Ihnen derzeit nicht nennen. Bis zum Versand können Sie jederzeit kostenlos stornieren und erhalten dann die volle Erstattung: Antworten Sie einfach mit {{ cancel }}.{% endif %}

${nextUpdate}

${close}`,

    READY_TO_SHIP: `Subject: Bestellung {{ order }}: bereit zum Versand

${hello}

die Ware, auf die Sie gewartet haben, ist da. Wir machen ${theseItems} jetzt versandfertig:

{{ items }}

{% if new_date %}{% if ship %}Wir versenden sie spätestens am {{ new_date }}.{% else %}Die Artikel sind spätestens am {{ new_date }} bei Ihnen.{% endif %} {% endif %}{% if payment == "deposit" %}Der Restbetrag wird beim Versand abgebucht.{% elsif payment == "authorized" %}Der reservierte Betrag wird beim Versand abgebucht.{% elsif payment == "pending" %}Die Ware geht auf den Weg, sobald Ihre Zahlung eingegangen ist.{% endif %}

${close}`,

    PARTIAL_SHIP: `Subject: Bestellung {{ order }}: ein Teil ist versandt

${hello}

${theseItems} haben wir versandt:

{{ items }}

Diese folgen noch{% if waiting_date %}, ${shipOrDelivery} spätestens am {{ waiting_date }}{% endif %}:

{{ waiting }}

{% if waiting_date %}{% else %}Wegen des Termins dafür schreiben wir Ihnen noch.{% endif %}

${close}`,

    BACK_IN_STOCK: `Subject: Wieder auf Lager: {{ title }}

${hello}

Sie hatten uns um Nachricht gebeten, wenn dieser Artikel wieder auf Lager ist. Jetzt ist er da:

{{ items }}

{% must "stop" %}Dies ist die einzige Nachricht dazu: Wir haben Sie dafür von der Liste genommen. Wenn Sie keine solchen Nachrichten mehr möchten, antworten Sie mit STOP.{% endmust %}

${close}`,
  },
};
