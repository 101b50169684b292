import type { Language } from './language.ts';

const hello = `{% if customer == "" %}Buongiorno,{% else %}Buongiorno {{ customer }},{% endif %}`;

const yourOrder = `Suo ordine {{ order }}{% if ordered_on %} in data {{ ordered_on }}{% endif %}`;

const close = `{{ store }}{% if contact != "" %}
{{ contact }}{% endif %}`;

const later = `{{ new_date }} ({% if days_later == 1 %}1 giorno{% else %}{{ days_later }} giorni{% endif %} più tardi)`;

const shipDates = `Data precedente: spedizione entro il giorno {{ old_date }}
Nuova data: spedizione entro il giorno ${later}`;

const noShipDate = `Data precedente: spedizione entro il giorno {{ old_date }}
{% must "no-date" %}Nuova data: al momento non possiamo indicarne una{% endmust %}`;

const deliveryDates = `Data precedente: consegna entro il giorno {{ old_date }}
Nuova data: {% if new_date %}consegna entro il giorno ${later}{% else %}al momento non possiamo indicarne una{% endif %}`;

const reason = `{% must "reason" %}Il motivo: non ne abbiamo più per il Suo ordine e non c’è una data confermata per il riassortimento.{% endmust %}`;

const answer = `La preghiamo di rispondere a questo messaggio con una di queste due parole. Non Le costa nulla.`;

const freeAnswer = `{% must "free-answer" %}${answer}{% endmust %}`;

const allPaid = `tutto ciò che ha pagato per questi articoli, {% if part %}con le spese di spedizione che hanno comportato in più{% else %}spese di spedizione incluse{% endif %}{% if amount %} ({{ amount }} per gli articoli){% endif %}`;

const within = `entro {% if billing_cycle %}un ciclo di fatturazione{% else %}{{ refund_days }} giorni{% if working %} lavorativi{% endif %}{% endif %}`;

const refund = `{% if charged %}{% must "refund" %}Il rimborso completo comprende ${allPaid}, e avviene con lo stesso mezzo di pagamento da Lei usato. Lo inviamo ${within}.{% endmust %}{% else %}{% must "no-charge" %}Per questi articoli non Le è stato addebitato nulla; se annulla, non Le sarà addebitato nulla.{% endmust %}{% endif %}`;

const cancelLine = `{{ cancel }}: annulliamo questi articoli e Le inviamo un rimborso completo.`;

const cancelWord = `{% must "cancel-right" %}${cancelLine}{% endmust %}`;

const choice = `${freeAnswer}

{{ keep }}: accetta la nuova data ({{ new_date }}).
${cancelWord}

{{ buttons }}

${refund}`;

const undatedChoice = `${freeAnswer}

{{ keep }}: accetta di attendere senza una data.
${cancelWord}

{{ buttons }}

${refund}`;

const autoCancel = `{% must "auto-cancel" %}Abbiamo bisogno del Suo consenso. Se entro il giorno {{ limit }} non avremo né spedito questi articoli né ricevuto la Sua risposta {{ keep }}, gli articoli saranno annullati automaticamente e {% if charged %}Le invieremo il rimborso completo{% if refund_by %} entro il giorno {{ refund_by }}{% endif %}{% else %}non Le sarà addebitato nulla{% endif %}.{% endmust %}`;

const laterCancel = `{% must "later-cancel" %}Anche dopo aver risposto {{ keep }} può annullare gratuitamente, con rimborso completo, in qualsiasi momento prima della spedizione.{% endmust %}`;

const nextUpdate = `{% must "next-update" %}Avrà di nuovo nostre notizie entro il giorno {{ next_update }}, e subito se la data cambia.{% endmust %}`;

const wereDue = `{% if old_date %}Dovevano {% if ship %}essere spediti{% else %}arrivare{% endif %} entro il giorno {{ old_date }}. {% endif %}`;

const refundSent = `{% if charged %}{% must "refund" %}Riceverà un rimborso completo: ${allPaid}, con lo stesso mezzo di pagamento da Lei usato. Lo inviamo {% if refund_by %}entro il giorno {{ refund_by }}{% else %}${within}{% endif %}. Se ha pagato con carta, comparirà come accredito sul Suo estratto conto.{% if payment == "" %} Se non Le è ancora stato addebitato nulla, non Le sarà addebitato nulla.{% endif %}{% endmust %}{% else %}{% must "no-charge" %}Per questi articoli non Le è stato addebitato nulla e nulla Le sarà addebitato{% if payment == "authorized" %}: l’importo riservato presso la Sua banca viene sbloccato{% endif %}.{% endmust %}{% endif %}`;

const cancelledSubject = `Subject: Ordine {{ order }}: annullamento{% if charged %} e rimborso completo{% endif %}`;

const policy = `{% if policy != "" %}{{ policy }}{% endif %}`;

const cancelBefore = `{% if custom_made %}{% must "cancel-right" %}Questi articoli sono realizzati appositamente per Lei: il diritto di recesso non si applica. Se non rispettiamo la data concordata e nemmeno un termine supplementare appropriato alle circostanze, può risolvere il contratto.{% endmust %}{% else %}{% must "cancel-right" %}{% if european %}È Suo diritto recedere dal contratto{% else %}Può annullare{% endif %} gratuitamente in qualsiasi momento {% if ship %}fino alla spedizione{% else %}prima della consegna{% endif %}; in tal caso Le rimborsiamo tutto ${within}.{% endmust %}{% endif %}{% if european %}{% must "withdrawal-function" %}{% if withdrawal_url %} Può recedere anche qui: {{ withdrawal_url }}{% endif %}{% endmust %}{% endif %}`;

/** Customer notices in Italian. */
export const italian: Language = {
  keep: 'MANTENERE',
  cancel: 'ANNULLARE',
  of: (quantity, ordered) => `${quantity} dei Suoi ${ordered}`,
  templates: {
    ORDER_PROMISE: `Subject: Ordine {{ order }}: {% if ship %}spedizione{% else %}consegna{% endif %} entro il giorno {{ new_date }}

${hello}

grazie per il ${yourOrder}. Questi articoli non sono ancora disponibili in magazzino e saranno Suoi appena arrivano:

{{ items }}

{% must "date" %}{% if ship %}Li spediremo entro il giorno {{ new_date }}.{% else %}Li riceverà entro il giorno {{ new_date }}.{% endif %}{% endmust %}

{% must "charge" %}{% if payment == "authorized" %}L’importo è riservato e sarà addebitato al momento della spedizione.{% elsif payment == "deposit" %}Ha versato un acconto; il saldo sarà addebitato al momento della spedizione.{% elsif payment == "pending" %}Non abbiamo ancora ricevuto il Suo pagamento; spediremo quando arriva.{% elsif payment == "paid" %}Ha già pagato tutto; non Le sarà addebitato altro.{% else %}Il Suo pagamento resta come l’ha scelto al momento dell’ordine.{% endif %}{% endmust %}

${cancelBefore}

${nextUpdate}

${policy}

${close}`,

    US_FIRST_SHORT: `Subject: Ordine {{ order }}: ritardo nella spedizione, La preghiamo di scegliere

${hello}

ci dispiace, questi articoli del ${yourOrder} saranno spediti in ritardo:

{{ items }}

${shipDates}

${choice}

{% must "silence-agrees" %}Se non avremo Sue notizie prima della spedizione e prima del giorno {{ new_date }}, riterremo che Lei accetti la nuova data. Può annullare gratuitamente fino alla spedizione.{% endmust %}

${nextUpdate}

${close}`,

    US_FIRST_LONG: `Subject: Ordine {{ order }}: ritardo nella spedizione, ci serve la Sua risposta

${hello}

ci dispiace, questi articoli del ${yourOrder} saranno spediti in ritardo:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_FIRST_INDEFINITE: `Subject: Ordine {{ order }}: ritardo nella spedizione, ci serve la Sua risposta

${hello}

ci dispiace, questi articoli del ${yourOrder} saranno spediti in ritardo:

{{ items }}

${noShipDate}

${reason}

${undatedChoice}

${autoCancel}

${laterCancel}

${nextUpdate}

${close}`,

    US_RENEWED_DEFINITE: `Subject: Ordine {{ order }}: nuova data di spedizione, ci serve la Sua risposta

${hello}

ci dispiace, non possiamo rispettare la data che Le avevamo indicato per questi articoli del ${yourOrder}:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_RENEWED_INDEFINITE: `Subject: Ordine {{ order }}: nessuna data di spedizione, ci serve la Sua risposta

${hello}

ci dispiace, non possiamo rispettare la data che Le avevamo indicato per questi articoli del ${yourOrder}:

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

{% must "cancelled" %}questi articoli del ${yourOrder} sono annullati:{% endmust %}

{{ items }}

${wereDue}Non è stato così, e non Le abbiamo chiesto il consenso in tempo. Ci dispiace. Non deve fare nulla.

${refundSent}

${close}`,

    SELLER_CANCEL: `${cancelledSubject}

${hello}

{% must "cancelled" %}ci dispiace, dobbiamo annullare questi articoli del ${yourOrder}:{% endmust %}

{{ items }}

${wereDue}Non possiamo rispettare quella data e non ne abbiamo un’altra da proporLe. Non deve fare nulla.

${refundSent}

${close}`,

    CANCEL_CONFIRM: `${cancelledSubject}

${hello}

{% must "cancelled" %}{% if limit %}poiché non abbiamo ricevuto una Sua risposta entro il giorno {{ limit }}{% else %}come ci ha chiesto{% endif %}, questi articoli del ${yourOrder} sono annullati:{% endmust %}

{{ items }}

${refundSent}

Non deve fare nulla.

${close}`,

    DELAY_PROPOSAL: `Subject: Ordine {{ order }}: consegna posticipata, La preghiamo di scegliere

${hello}

ci dispiace, questi articoli del ${yourOrder} arriveranno in ritardo:

{{ items }}

${deliveryDates}

{% must "question" %}{% if new_date %}Accetta la nuova data ({{ new_date }})?{% else %}Desidera attendere senza una data?{% endif %}{% unless custom_made %} ${answer}{% endunless %}{% endmust %}

{{ keep }}: {% if new_date %}accetta la nuova data ({{ new_date }}){% else %}accetta di attendere senza una data{% endif %}.{% unless custom_made %}
${cancelLine}{% endunless %}

{{ buttons }}

{% must "unchanged" %}{% if new_date %}La data che Le proponiamo: {{ new_date }}. {% endif %}Senza il Suo consenso il Suo ordine resta invariato.{% if essential %} Ci ha detto che la data è essenziale per Lei: può risolvere il contratto subito, con un semplice messaggio.{% endif %}{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    LATE_OPEN: `Subject: Ordine {{ order }}: consegna in ritardo, La preghiamo di scegliere

${hello}

ci dispiace, questi articoli del ${yourOrder} avrebbero già dovuto raggiungerLa e non sono arrivati:

{{ items }}

${deliveryDates}

{% must "question" %}{% unless custom_made %}${answer}{% endunless %}{% endmust %}

{{ keep }}: {% if new_date %}accetta la nuova data ({{ new_date }}){% else %}accetta di attendere senza una data{% endif %}.{% unless custom_made %}
${cancelLine}{% endunless %}

{{ buttons }}

{% must "extra-period" %}Senza una Sua risposta il Suo ordine resta aperto. Può anche fissarci un termine supplementare appropriato alle circostanze; se non rispettiamo nemmeno quello, o se la data concordata era essenziale per Lei, può risolvere il contratto.{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    TERMINATION_REFUND: `${cancelledSubject}

${hello}

{% must "cancelled" %}abbiamo ricevuto il Suo messaggio: non desidera più questi articoli del ${yourOrder}. Sono annullati:{% endmust %}

{{ items }}

${refundSent}

Non deve fare nulla.

${close}`,

    PREORDER_PROGRESS: `Subject: Ordine {{ order }}: articoli ancora in arrivo

${hello}

siamo ancora in attesa di questi articoli del ${yourOrder}:

{{ items }}

{% if new_date %}{% if moved %}La data ora è questa: {{ new_date }}.{% else %}Non è cambiato nulla: {% if ship %}li spediremo{% else %}li riceverà{% endif %} entro il giorno {{ new_date }}.{% endif %}{% else %}Al momento non possiamo indicarLe una data. Può annullare gratuitamente, con rimborso completo, in qualsiasi momento prima della spedizione: basta rispondere {{ cancel }}.{% endif %}

${nextUpdate}

${close}`,

    READY_TO_SHIP: `Subject: Ordine {{ order }}: pronto per la spedizione

${hello}

la merce che aspettava è arrivata. Stiamo preparando questi articoli del ${yourOrder}:

{{ items }}

{% if new_date %}{% if ship %}Li spediremo entro il giorno {{ new_date }}.{% else %}Li riceverà entro il giorno {{ new_date }}.{% endif %} {% endif %}{% if payment == "deposit" %}Il saldo sarà addebitato al momento della spedizione.{% elsif payment == "authorized" %}Il Suo pagamento sarà addebitato al momento della spedizione.{% elsif payment == "pending" %}Partiranno appena riceviamo il Suo pagamento.{% endif %}

${close}`,

    PARTIAL_SHIP: `Subject: Ordine {{ order }}: una parte è stata spedita

${hello}

questi articoli del ${yourOrder} sono stati spediti:

{{ items }}

Restano in attesa i seguenti articoli{% if waiting_date %}, che {% if ship %}spediremo{% else %}riceverà{% endif %} entro il giorno {{ waiting_date }}{% endif %}:

{{ waiting }}

{% if waiting_date %}{% else %}Le scriveremo per comunicarLe la data.{% endif %}

${close}`,

    BACK_IN_STOCK: `Subject: Di nuovo disponibile: {{ title }}

${hello}

ci aveva chiesto di avvisarLa quando questo articolo fosse tornato disponibile. Eccolo:

{{ items }}

{% must "stop" %}Questo è l’unico messaggio in proposito: abbiamo tolto il Suo indirizzo dalla lista per questo articolo. Se non desidera più ricevere messaggi di questo tipo, risponda STOP.{% endmust %}

${close}`,
  },
};
