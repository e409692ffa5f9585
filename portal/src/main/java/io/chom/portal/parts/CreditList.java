package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.payment.Refund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What puts an invoice right, and where the money is that goes back because of it; nothing where nothing was wrong. */
public final class CreditList extends Composite<Div> {

    private final transient Language language;
    private final transient Function<CreditNote, Optional<Component>> beside;
    private final transient Function<Refund, Optional<Component>> below;
    private transient List<CreditNote> notes = List.of();
    private transient List<Refund> refunds = List.of();

    /**
     * Of an invoice.
     *
     * @param invoice its number
     * @param beside what can be done with a credit note
     * @param below what can be done about money that goes back
     */
    public CreditList(
            Language language,
            String invoice,
            Function<CreditNote, Optional<Component>> beside,
            Function<Refund, Optional<Component>> below) {
        this.language = language;
        this.beside = beside;
        this.below = below;
        getContent().addClassName("stack");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", language.say("credit.notes", invoice));
        getContent().setVisible(false);
    }

    /** Shows them; what somebody is writing beside them stays as long as they are the same. */
    public void show(List<CreditNote> newNotes, List<Refund> newRefunds) {
        if (notes.equals(newNotes) && refunds.equals(newRefunds)) {
            return;
        }
        notes = List.copyOf(newNotes);
        refunds = List.copyOf(newRefunds);
        getContent().removeAll();
        notes.forEach(this::draw);
        refunds.forEach(this::draw);
        getContent().setVisible(!notes.isEmpty());
    }

    private void draw(CreditNote note) {
        var amount = new Span(language.formats().money(note.total()));
        amount.addClassName("fact");
        var row =
                new Div(said(note.number(), "fact"), said(day(note.issuedAt()), "muted"), said(note.reason(), "grow"));
        row.add(amount);
        beside.apply(note).ifPresent(row::add);
        row.addClassName("section-head");
        getContent().add(row);
    }

    private void draw(Refund refund) {
        var settled = refund.settledAt();
        var key = "credit.refund." + refund.state().name().toLowerCase(Locale.ROOT);
        var said = new Paragraph(
                language.say(key, language.formats().money(refund.amount()), settled == null ? "" : day(settled)));
        said.addClassName("muted");
        getContent().add(said);
        below.apply(refund).ifPresent(getContent()::add);
    }

    private static Span said(String text, String style) {
        var said = new Span(text);
        said.addClassName(style);
        return said;
    }

    private String day(Instant at) {
        return language.formats()
                .date(LocalDate.ofInstant(at, language.formats().zone()));
    }
}
