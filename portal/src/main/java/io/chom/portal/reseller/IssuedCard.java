package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.parts.CreditList;
import io.chom.portal.parts.CreditPaper;
import io.chom.portal.parts.EInvoiceLine;
import io.chom.portal.parts.Status;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.credit.Creditable;
import io.chom.tenants.billing.credit.IssuedInvoice;
import io.chom.tenants.billing.payment.Refund;
import io.chom.theming.BrandAssets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One invoice that was issued: how it stands, what put it right, and the way to put it right. */
final class IssuedCard extends Composite<NativeDetails> {

    private static final int LONGEST_EVIDENCE = 200;

    private final transient Language language;
    private final transient LineWords lines;
    private final transient IssuedWork work;
    private final Span state = new Span();
    private final Paragraph owed = new Paragraph();
    private final CreditList credits;
    private final Button credit;
    private final Div body = new Div();
    private @Nullable CreditForm form;

    /** @param look the brand of its documents, asked when one is saved */
    IssuedCard(Language language, LineWords lines, IssuedWork work, Supplier<BrandAssets> look, IssuedInvoice issued) {
        this.language = language;
        this.lines = lines;
        this.work = work;
        var invoice = issued.invoice();
        credits = new CreditList(
                language,
                invoice.number(),
                note -> Optional.of(new CreditPaper(lines, issued.itemised()).links(note, look, issued.customer())),
                refund -> payingBack(invoice, refund));
        credit = new Button(language.say("issued.credit"), event -> work.open(invoice));
        credit.setAriaLabel(language.say("issued.credit.which", invoice.number()));
        owed.addClassName("muted");
        body.add(credits, owed, EInvoiceLine.ofSeller(language, issued.itemised()), credit);
        body.addClassName("stack");
        getContent().getElement().getClassList().addAll(List.of("card", "invoice"));
        getContent().setSummary(head(issued));
        getContent().setContent(body);
    }

    void show(IssuedInvoice issued, Optional<Creditable> open) {
        var invoice = issued.invoice();
        state.setText(said(language, invoice));
        state.setClassName("status " + status(invoice).style());
        credits.show(issued.notes(), issued.refunds());
        owed.setText(language.say("credit.owed", language.formats().money(invoice.owed())));
        owed.setVisible(invoice.owed().minor() > 0);
        show(
                invoice,
                open.filter(one -> one.invoice().invoice().id().equals(invoice.id()))
                        .orElse(null));
    }

    /** A form in which somebody is writing stays. */
    private void show(Invoice invoice, @Nullable Creditable open) {
        if (form != null && open == null) {
            body.remove(form);
            form = null;
        } else if (form == null && open != null) {
            form = new CreditForm(language, lines, open, wanted -> work.credit(invoice, wanted), work::close);
            body.add(form);
            getContent().setOpen(true);
        }
        boolean isPossible = invoice.total().minor() > 0 && invoice.status() != Invoice.Status.CREDITED;
        credit.setVisible(form == null && isPossible);
    }

    private Optional<Component> payingBack(Invoice invoice, Refund refund) {
        if (!refund.isByHand()) {
            return Optional.empty();
        }
        var evidence = new TextField(language.say("credit.back.evidence"));
        evidence.setPlaceholder(language.say("credit.back.like"));
        evidence.setErrorMessage(language.say("credit.back.missing"));
        evidence.setMaxLength(LONGEST_EVIDENCE);
        evidence.addClassName("grow");
        var done = new Button(language.say("credit.back"), event -> {
            evidence.setInvalid(evidence.getValue().isBlank());
            if (!evidence.isInvalid()) {
                work.paidBack(invoice, refund.id(), evidence.getValue());
            }
        });
        var row = new Div(evidence, done);
        row.addClassName("field-row");
        return Optional.of(row);
    }

    private Span head(IssuedInvoice issued) {
        var customer = new Span(issued.customer());
        customer.addClassName("fact");
        var number = new Span(issued.invoice().number());
        number.addClassName("muted");
        var total = new Span(language.formats().money(issued.invoice().total()));
        total.addClassName("fact");
        var head = new Span(customer, number, state, total);
        head.addClassName("invoice-head");
        return head;
    }

    /** How it stands. */
    static String said(Language language, Invoice invoice) {
        return language.say("issued.status." + invoice.status().name().toLowerCase(Locale.ROOT));
    }

    private static Status status(Invoice invoice) {
        return switch (invoice.status()) {
            case OPEN, PAYING -> Status.WAITING;
            case PAID, CREDITED -> Status.SUCCESS;
            case FAILED -> Status.DANGER;
            case UNCONFIRMED, CHECKING -> Status.WARNING;
        };
    }
}
