package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import java.util.Optional;

/** An invoice as whoever pays it sees it. */
final class InvoicePage {

    private InvoicePage() {}

    static Answer answer(Call call, boolean post) {
        Json invoice = call.subject(Kind.INVOICE);
        if (call.ids().size() == 2) {
            return Answer.text(200, "text/plain", text(invoice));
        }
        return post && invoice.is("status", "open") ? pay(call, invoice) : show(invoice, 200, "");
    }

    private static Answer show(Json invoice, int status, String problem) {
        String total = Forms.money(invoice.number("total"), invoice.string("currency"));
        String due = Forms.money(invoice.number("amount_remaining"), invoice.string("currency"));
        String form = invoice.is("status", "open")
                ? Forms.form(Forms.card() + Forms.button("Pay " + due, "action", "pay"))
                : "";
        return Forms.page(
                status,
                "Invoice " + invoice.text("number").orElse("(draft)"),
                "<p>%s, %s</p>".formatted(invoice.string("status"), total)
                        + Forms.table(invoice.objects("lines"), "amount")
                        + Forms.alert(problem)
                        + form);
    }

    private static Answer pay(Call call, Json invoice) {
        try {
            Json method = PaymentMethods.make(call.shelf(), Forms.typed(call.params()));
            Optional<StripeError> error = Collection.attempt(call.shelf(), invoice, method.id(), false, call.base());
            Optional<Json> intent = Collection.intent(call.shelf(), invoice);
            intent.ifPresent(each -> each.set("return_url", invoice.get("hosted_invoice_url")));
            return intent.filter(each -> each.is("status", "requires_action"))
                    .map(each -> Answer.redirect(
                            each.at("next_action").at("redirect_to_url").string("url")))
                    .orElseGet(() -> show(
                            invoice,
                            error.isPresent() ? 402 : 200,
                            error.map(StripeError::message).orElse("")));
        } catch (StripeError.Refused e) {
            return show(invoice, e.error().status(), e.error().message());
        }
    }

    private static String text(Json invoice) {
        StringBuilder text =
                new StringBuilder("Invoice " + invoice.text("number").orElse("(draft)") + "\n\n");
        invoice.objects("lines")
                .forEach(line -> text.append(line.text("description").orElse(""))
                        .append(": ")
                        .append(Forms.money(line.number("amount"), line.string("currency")))
                        .append('\n'));
        return text.append("\nTotal: ")
                .append(Forms.money(invoice.number("total"), invoice.string("currency")))
                .append('\n')
                .toString();
    }
}
