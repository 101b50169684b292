import type { Language } from './language.ts';

const hello = `{% if customer == "" %}Hola:{% else %}Hola, {{ customer }}:{% endif %}`;

const yourOrder = `su pedido {{ order }}{% if ordered_on %} del {{ ordered_on }}{% endif %}`;

const close = `{{ store }}{% if contact != "" %}
{{ contact }}{% endif %}`;

const later = `{{ new_date }} ({% if days_later == 1 %}1 día{% else %}{{ days_later }} días{% endif %} después)`;

const shipDates = `Fecha anterior: envío a más tardar el {{ old_date }}
Fecha nueva: envío a más tardar el ${later}`;

const noShipDate = `Fecha anterior: envío a más tardar el {{ old_date }}
{% must "no-date" %}Fecha nueva: por el momento no podemos darle ninguna{% endmust %}`;

const deliveryDates = `Fecha anterior: entrega a más tardar el {{ old_date }}
Fecha nueva: {% if new_date %}entrega a más tardar el ${later}{% else %}por el momento no podemos darle ninguna{% endif %}`;

const reason = `{% must "reason" %}El motivo: no nos quedan unidades para su pedido y no hay ninguna fecha de reposición confirmada.{% endmust %}`;

const answer = `Por favor, responda a este mensaje con una de estas dos palabras. No le cuesta nada.`;

const freeAnswer = `{% must "free-answer" %}${answer}{% endmust %}`;

const allPaid = `todo lo que pagó por estos artículos, {% if part %}con los gastos de envío adicionales que supusieron{% else %}gastos de envío incluidos{% endif %}{% if amount %} ({{ amount }} por los artículos){% endif %}`;

const within = `{% if billing_cycle %}dentro de un ciclo de facturación{% else %}en un plazo de {{ refund_days }} días{% if working %} hábiles{% endif %}{% endif %}`;

const refund = `{% if charged %}{% must "refund" %}El reembolso completo comprende ${allPaid}, y se hace por el mismo medio de pago que usted utilizó. Lo enviamos ${within}.{% endmust %}{% else %}{% must "no-charge" %}No se le ha cobrado nada por estos artículos; si cancela, no se le cobrará nada.{% endmust %}{% endif %}`;

const cancelLine = `{{ cancel }}: cancelamos estos artículos y le enviamos un reembolso completo.`;

const cancelWord = `{% must "cancel-right" %}${cancelLine}{% endmust %}`;

const choice = `${freeAnswer}

{{ keep }}: usted acepta la nueva fecha, el {{ new_date }}.
${cancelWord}

{{ buttons }}

${refund}`;

const undatedChoice = `${freeAnswer}

{{ keep }}: usted acepta esperar sin fecha.
${cancelWord}

{{ buttons }}

${refund}`;

const autoCancel = `{% must "auto-cancel" %}Necesitamos su conformidad. Si al terminar el día {{ limit }} no hemos enviado estos artículos ni hemos recibido su respuesta {{ keep }}, quedan cancelados automáticamente y {% if charged %}le enviamos el reembolso completo{% if refund_by %} a más tardar el {{ refund_by }}{% endif %}{% else %}no se le cobra nada por ellos{% endif %}.{% endmust %}`;

const laterCancel = `{% must "later-cancel" %}Aunque haya respondido {{ keep }}, puede cancelar gratuitamente, con reembolso completo, en cualquier momento antes del envío.{% endmust %}`;

const nextUpdate = `{% must "next-update" %}Volverá a tener noticias nuestras a más tardar el {{ next_update }}, y de inmediato si cambia la fecha.{% endmust %}`;

const wereDue = `{% if old_date %}Debían {% if ship %}enviarse{% else %}llegarle{% endif %} a más tardar el {{ old_date }}. {% endif %}`;

const refundSent = `{% if charged %}{% must "refund" %}Recibirá un reembolso completo: ${allPaid}, por el mismo medio de pago que utilizó. Lo enviamos {% if refund_by %}a más tardar el {{ refund_by }}{% else %}${within}{% endif %}. Si pagó con tarjeta, aparecerá como un abono en su estado de cuenta.{% if payment == "" %} Si todavía no se le ha cobrado nada, no se le cobrará.{% endif %}{% endmust %}{% else %}{% must "no-charge" %}No se le ha cobrado nada por estos artículos ni se le cobrará{% if payment == "authorized" %}: el importe reservado en su banco queda liberado{% endif %}.{% endmust %}{% endif %}`;

const cancelledSubject = `Subject: Pedido {{ order }}: cancelación{% if charged %} y reembolso completo{% endif %}`;

const policy = `{% if policy != "" %}{{ policy }}{% endif %}`;

const cancelBefore = `{% if custom_made %}{% must "cancel-right" %}Estos artículos se hacen expresamente para usted: no existe derecho de desistimiento. Si no cumplimos la fecha acordada ni tampoco un plazo adicional adecuado a las circunstancias, puede resolver el contrato.{% endmust %}{% else %}{% must "cancel-right" %}{% if european %}Tiene derecho a desistir del contrato{% else %}Puede cancelar{% endif %} gratuitamente en cualquier momento {% if ship %}hasta el envío{% else %}antes de la entrega{% endif %}; en ese caso le reembolsamos todo ${within}.{% endmust %}{% endif %}{% if european %}{% must "withdrawal-function" %}{% if withdrawal_url %} También puede desistir aquí: {{ withdrawal_url }}{% endif %}{% endmust %}{% endif %}`;

/** Customer notices in Spanish. */
export const spanish: Language = {
  keep: 'MANTENER',
  cancel: 'CANCELAR',
  of: (quantity, ordered) => `${quantity} de sus ${ordered}`,
  templates: {
    ORDER_PROMISE: `Subject: Pedido {{ order }}: {% if ship %}envío{% else %}entrega{% endif %} a más tardar el {{ new_date }}

${hello}

Gracias por ${yourOrder}. Todavía no tenemos estos artículos en existencias; serán suyos en cuanto lleguen:

{{ items }}

{% must "date" %}{% if ship %}Los enviaremos a más tardar el {{ new_date }}.{% else %}Los tendrá a más tardar el {{ new_date }}.{% endif %}{% endmust %}

{% must "charge" %}{% if payment == "authorized" %}El importe está reservado y se cobrará cuando hagamos el envío.{% elsif payment == "deposit" %}Ha pagado un anticipo; el resto se cobrará cuando hagamos el envío.{% elsif payment == "pending" %}Todavía no hemos recibido su pago; haremos el envío cuando llegue.{% elsif payment == "paid" %}Ha pagado el importe completo; no se le cobrará nada más.{% else %}Su pago queda como lo eligió al hacer el pedido.{% endif %}{% endmust %}

${cancelBefore}

${nextUpdate}

${policy}

${close}`,

    US_FIRST_SHORT: `Subject: Pedido {{ order }}: retraso en el envío, le pedimos que elija

${hello}

Lo sentimos, estos artículos de ${yourOrder} se enviarán con retraso:

{{ items }}

${shipDates}

${choice}

{% must "silence-agrees" %}Si no tenemos noticias suyas antes del envío y antes del {{ new_date }}, entenderemos que acepta la nueva fecha. Puede cancelar gratuitamente hasta el envío.{% endmust %}

${nextUpdate}

${close}`,

    US_FIRST_LONG: `Subject: Pedido {{ order }}: retraso en el envío, necesitamos su respuesta

${hello}

Lo sentimos, estos artículos de ${yourOrder} se enviarán con retraso:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_FIRST_INDEFINITE: `Subject: Pedido {{ order }}: retraso en el envío, necesitamos su respuesta

${hello}

Lo sentimos, estos artículos de ${yourOrder} se enviarán con retraso:

{{ items }}

${noShipDate}

${reason}

${undatedChoice}

${autoCancel}

${laterCancel}

${nextUpdate}

${close}`,

    US_RENEWED_DEFINITE: `Subject: Pedido {{ order }}: nueva fecha de envío, necesitamos su respuesta

${hello}

Lo sentimos, no podemos cumplir la fecha que le dimos para estos artículos de ${yourOrder}:

{{ items }}

${shipDates}

${choice}

${autoCancel}

${nextUpdate}

${close}`,

    US_RENEWED_INDEFINITE: `Subject: Pedido {{ order }}: sin fecha de envío, necesitamos su respuesta

${hello}

Lo sentimos, no podemos cumplir la fecha que le dimos para estos artículos de ${yourOrder}:

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

{% must "cancelled" %}Estos artículos de ${yourOrder} quedan cancelados:{% endmust %}

{{ items }}

${wereDue}No ha sido así, y no le preguntamos a tiempo. Lo sentimos. Usted no tiene que hacer nada.

${refundSent}

${close}`,

    SELLER_CANCEL: `${cancelledSubject}

${hello}

{% must "cancelled" %}Sentimos tener que cancelar estos artículos de ${yourOrder}:{% endmust %}

{{ items }}

${wereDue}No podemos cumplir esa fecha y no tenemos otra que ofrecerle. Usted no tiene que hacer nada.

${refundSent}

${close}`,

    CANCEL_CONFIRM: `${cancelledSubject}

${hello}

{% must "cancelled" %}{% if limit %}Como al {{ limit }} no habíamos recibido su respuesta{% else %}Como nos pidió{% endif %}, estos artículos de ${yourOrder} quedan cancelados:{% endmust %}

{{ items }}

${refundSent}

Usted no tiene que hacer nada.

${close}`,

    DELAY_PROPOSAL: `Subject: Pedido {{ order }}: entrega más tarde, le pedimos que elija

${hello}

Lo sentimos, estos artículos de ${yourOrder} llegarán con retraso:

{{ items }}

${deliveryDates}

{% must "question" %}{% if new_date %}¿Acepta el {{ new_date }} como nueva fecha?{% else %}¿Desea esperar sin fecha?{% endif %}{% unless custom_made %} ${answer}{% endunless %}{% endmust %}

{{ keep }}: {% if new_date %}usted acepta la nueva fecha, el {{ new_date }}{% else %}usted acepta esperar sin fecha{% endif %}.{% unless custom_made %}
${cancelLine}{% endunless %}

{{ buttons }}

{% must "unchanged" %}{% if new_date %}Le proponemos el {{ new_date }}. {% endif %}Su pedido sigue como está, salvo que usted dé su conformidad.{% if essential %} Nos dijo que la fecha es esencial para usted: puede resolver el contrato de inmediato, con un simple mensaje.{% endif %}{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    LATE_OPEN: `Subject: Pedido {{ order }}: entrega con retraso, le pedimos que elija

${hello}

Lo sentimos, estos artículos de ${yourOrder} ya deberían haberle llegado y no ha sido así:

{{ items }}

${deliveryDates}

{% must "question" %}{% unless custom_made %}${answer}{% endunless %}{% endmust %}

{{ keep }}: {% if new_date %}usted acepta la nueva fecha, el {{ new_date }}{% else %}usted acepta esperar sin fecha{% endif %}.{% unless custom_made %}
${cancelLine}{% endunless %}

{{ buttons }}

{% must "extra-period" %}Si no responde, su pedido sigue abierto. También puede fijarnos un plazo adicional adecuado a las circunstancias; si tampoco lo cumplimos, o si la fecha acordada era esencial para usted, puede resolver el contrato.{% endmust %}

${cancelBefore}

{% unless custom_made %}${refund}{% endunless %}

${nextUpdate}

${close}`,

    TERMINATION_REFUND: `${cancelledSubject}

${hello}

{% must "cancelled" %}Hemos recibido su mensaje: ya no desea estos artículos de ${yourOrder}. Quedan cancelados:{% endmust %}

{{ items }}

${refundSent}

Usted no tiene que hacer nada.

${close}`,

    PREORDER_PROGRESS: `Subject: Pedido {{ order }}: artículos pendientes de llegar

${hello}

Seguimos a la espera de estos artículos de ${yourOrder}:

{{ items }}

{% if new_date %}{% if moved %}La fecha es ahora el {{ new_date }}.{% else %}Nada ha cambiado: {% if ship %}los enviaremos{% else %}los tendrá{% endif %} a más tardar el {{ new_date }}.{% endif %}{% else %}Por el momento no podemos darle una fecha. Puede cancelar gratuitamente, con reembolso completo, en cualquier momento antes del envío: basta con que responda {{ cancel }}.{% endif %}

${nextUpdate}

${close}`,

    READY_TO_SHIP: `Subject: Pedido {{ order }}: listo para el envío

${hello}

Ya ha llegado lo que estaba esperando. Estamos preparando estos artículos de ${yourOrder}:

{{ items }}

{% if new_date %}{% if ship %}Los enviaremos a más tardar el {{ new_date }}.{% else %}Los tendrá a más tardar el {{ new_date }}.{% endif %} {% endif %}{% if payment == "deposit" %}El resto se cobrará cuando hagamos el envío.{% elsif payment == "authorized" %}Su pago se cobrará cuando hagamos el envío.{% elsif payment == "pending" %}Saldrán en cuanto recibamos su pago.{% endif %}

${close}`,

    PARTIAL_SHIP: `Subject: Pedido {{ order }}: hemos enviado una parte

${hello}

Hemos enviado estos artículos de ${yourOrder}:

{{ items }}

Quedan pendientes los siguientes{% if waiting_date %}, que {% if ship %}enviaremos{% else %}le llegarán{% endif %} a más tardar el {{ waiting_date }}{% endif %}:

{{ waiting }}

{% if waiting_date %}{% else %}Le escribiremos para informarle de la fecha.{% endif %}

${close}`,

    BACK_IN_STOCK: `Subject: Disponible de nuevo: {{ title }}

${hello}

Nos pidió que le avisáramos cuando este artículo volviera a estar disponible. Ya lo está:

{{ items }}

{% must "stop" %}Este es el único mensaje al respecto: hemos retirado su dirección de la lista de este artículo. Si no desea recibir más mensajes de este tipo, responda STOP.{% endmust %}

${close}`,
  },
};
