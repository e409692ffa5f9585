package io.chom.portal.invoices;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CourseLine;
import io.chom.portal.parts.CreditList;
import io.chom.portal.parts.EInvoiceLine;
import io.chom.portal.parts.PlainTable;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.ItemisedInvoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One invoice: what it came to, and opened, why. */
final class InvoiceCard extends Composite<NativeDetails> {

    private final transient Language language;
    private final transient InvoiceWords words;
    private final Span status = new Span();
    private final Paragraph due;
    private final Paragraph owed = new Paragraph();
    private final CourseLine course;
    private final CreditList credits;
    private final Button pay;

    InvoiceCard(
            Language language, InvoiceWords words, ItemisedInvoice itemised, InvoicePapers papers, Runnable paying) {
        this.language = language;
        this.words = words;
        var invoice = itemised.invoice();
        due = due(invoice);
        course = new CourseLine(language);
        pay = pay(invoice, paying);
        credits = new CreditList(
                language,
                invoice.number(),
                note -> Optional.of(papers.links(note, itemised)),
                refund -> Optional.empty());
        owed.addClassName("fact");
        var foot = new Div(due, pay, papers.link(itemised), EInvoiceLine.ofBuyer(language, itemised));
        foot.addClassName("section-head");
        var body = new Div(lines(itemised), credits, owed, course, foot);
        body.addClassName("stack");
        getContent().getElement().getClassList().addAll(List.of("card", "invoice"));
        getContent().setSummary(head(invoice));
        getContent().setContent(body);
    }

    /** Shows how it stands by now, the one thing about it that changes. */
    void stand(Invoice invoice, InvoicesWork.Page page, LocalDate today) {
        var comes = page.courses().get(invoice.id());
        credits.show(
                page.notes().getOrDefault(invoice.id(), List.of()),
                page.refunds().getOrDefault(invoice.id(), List.of()));
        owed.setVisible(
                invoice.settlement().credited().minor() > 0 && invoice.owed().minor() > 0);
        owed.setText(language.say("credit.owed", language.formats().money(invoice.owed())));
        boolean isOwed = invoice.isUnpaid();
        status.setText(words.status(invoice, today));
        status.setClassName("status " + InvoiceWords.standing(invoice, today).style());
        due.setVisible(isOwed);
        boolean isDunned = comes != null && (!comes.taken().isEmpty() || invoice.isOverdue(today));
        course.setVisible(isDunned);
        if (isDunned) {
            course.show(comes);
        }
        pay.setVisible(isOwed && page.means().isPossible());
        pay.setEnabled(true);
    }

    private Button pay(Invoice invoice, Runnable paying) {
        var button = new Button(language.say("invoices.pay"), event -> paying.run());
        button.setAriaLabel(language.say("invoices.pay.which", invoice.number()));
        button.setDisableOnClick(true);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    void open(boolean isOpen) {
        getContent().setOpen(isOpen);
    }

    private Span head(Invoice invoice) {
        var number = new Span(invoice.number());
        number.addClassName("fact");
        var days = new Span(words.days(invoice.period()));
        days.addClassName("muted");
        var total = new Span(language.formats().money(invoice.total()));
        total.addClassName("fact");
        var head = new Span(number, days, status, total);
        head.addClassName("invoice-head");
        return head;
    }

    private Paragraph due(Invoice invoice) {
        var due = new Paragraph(language.say("invoices.due", language.formats().date(invoice.dueOn())));
        due.addClassName("muted");
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
