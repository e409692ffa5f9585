package io.chom.portal.invoices;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.FileLink;
import io.chom.portal.parts.PlainTable;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.ItemisedInvoice;
import java.util.List;

/** One invoice: what it came to, and opened, why. */
final class InvoiceCard extends Composite<NativeDetails> {

    private final transient Language language;
    private final transient InvoiceWords words;

    InvoiceCard(Language language, InvoiceWords words, ItemisedInvoice itemised, FileLink document) {
        this.language = language;
        this.words = words;
        var invoice = itemised.invoice();
        var foot = new Div(due(invoice), document);
        foot.addClassName("section-head");
        var body = new Div(lines(itemised), foot);
        body.addClassName("stack");
        getContent().getElement().getClassList().addAll(List.of("card", "invoice"));
        getContent().setSummary(head(invoice));
        getContent().setContent(body);
    }

    void open(boolean isOpen) {
        getContent().setOpen(isOpen);
    }

    private Span head(Invoice invoice) {
        var number = new Span(invoice.number());
        number.addClassName("fact");
        var days = new Span(words.days(invoice.period()));
        days.addClassName("muted");
        var status = new Span(words.status(invoice));
        status.addClassNames("status", InvoiceWords.standing(invoice).style());
        var total = new Span(language.formats().money(invoice.total()));
        total.addClassName("fact");
        var head = new Span(number, days, status, total);
        head.addClassName("invoice-head");
        return head;
    }

    private Paragraph due(Invoice invoice) {
        var due = new Paragraph(language.say("invoices.due", language.formats().date(invoice.dueOn())));
        due.addClassName("muted");
        due.setVisible(invoice.status() == Invoice.Status.OPEN);
        return due;
    }

    private PlainTable lines(ItemisedInvoice itemised) {
        var formats = language.formats();
        var table = new PlainTable(
                language.say("invoices.lines", itemised.invoice().number()),
                List.of(
                        language.say("usage.estimate.charge"),
                        language.say("usage.estimate.calculation"),
                        language.say("usage.estimate.amount")));
        table.addClassName("charges");
        itemised.lines()
                .forEach(line -> table.row(
                        words.lines().label(line), words.lines().formula(line), formats.money(line.amount())));
        table.row(
                language.say("invoices.total"),
                "",
                formats.money(itemised.invoice().total()));
        return table;
    }
}
