package io.chom.portal.reseller;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.parts.Confirmation;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.credit.CreditNoteId;
import io.chom.tenants.billing.credit.Creditable;
import io.chom.tenants.billing.credit.NewCredit;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is to be credited of an invoice, and what that does, said before it is done. */
final class CreditForm extends Composite<Div> {

    private static final int LONGEST_AMOUNT = 24;

    private final transient Language language;
    private final transient Consumer<NewCredit> credit;
    private final transient Creditable creditable;
    private final transient List<Amount> amounts;
    /** One for this form, so that a double click is one wish. */
    private final transient CreditNoteId id = CreditNoteId.next();

    private final TextField reason = new TextField();
    private final Paragraph effect = new Paragraph();
    private final Div sure = new Div();
    private final Button write;

    /**
     * Of an invoice.
     *
     * @param credit does it
     * @param close leaves everything as it is
     */
    CreditForm(Language language, LineWords lines, Creditable creditable, Consumer<NewCredit> credit, Runnable close) {
        this.language = language;
        this.credit = credit;
        this.creditable = creditable;
        amounts = creditable.left().stream().map(part -> amount(lines, part)).toList();
        reason.setLabel(language.say("credit.reason"));
        reason.setHelperText(language.say("credit.reason.help"));
        reason.setErrorMessage(language.say("credit.reason.missing"));
        reason.setMaxLength(NewCredit.LONGEST_REASON);
        effect.getElement().setAttribute("role", "status");
        write = new Button(language.say("credit.write"), event -> ask());
        write.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(write, new Button(language.say("credit.close"), event -> close.run()));
        buttons.addClassName("filters");
        var form = getContent();
        form.addClassName("stack");
        var number = creditable.invoice().invoice().number();
        form.add(new H3(language.say("credit.form", number)));
        if (creditable.isPossible()) {
            amounts.forEach(one -> form.add(one.field()));
            form.add(reason, effect, sure);
        } else {
            form.add(new Paragraph(language.say("credit.impossible")));
            write.setVisible(false);
        }
        form.add(buttons);
        say();
    }

    /** What of a line is to be credited. */
    private record Amount(Part left, TextField field) {}

    private Amount amount(LineWords lines, Part left) {
        var field = new TextField(lines.label(creditable.line(left.line())));
        field.setHelperText(language.say("credit.most", language.formats().money(left.amount())));
        field.setErrorMessage(
                language.say("credit.amount.wrong", language.formats().money(left.amount())));
        field.setMaxLength(LONGEST_AMOUNT);
        field.getElement().setAttribute("inputmode", "decimal");
        field.setValue(language.formats().amount(left.amount()));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(event -> say());
        return new Amount(left, field);
    }

    /** What would be done now; a question that was asked before is asked anew. */
    private void say() {
        sure.removeAll();
        amounts.forEach(one -> one.field().setInvalid(typed(one).isEmpty()));
        effect.setText(wrong().orElseGet(() -> done(sum())));
    }

    private Optional<String> wrong() {
        if (amounts.stream().anyMatch(one -> one.field().isInvalid()) || sum().minor() <= 0) {
            return Optional.of(language.say("credit.nothing"));
        }
        return sum().compareTo(creditable.most()) > 0
                ? Optional.of(language.say("credit.too-much", language.formats().money(creditable.most())))
                : Optional.empty();
    }

    private String done(Money amount) {
        var formats = language.formats();
        var effect = creditable.effect(amount);
        var credited = formats.money(amount);
        if (effect.back().minor() == 0) {
            return effect.owed().minor() == 0
                    ? language.say("credit.settles", credited)
                    : language.say("credit.owes", credited, formats.money(effect.owed()));
        }
        return effect.back().equals(amount)
                ? language.say(creditable.isByCard() ? "credit.card" : "credit.hand", credited)
                : language.say("credit.both", credited, formats.money(effect.back()));
    }

    /** What is missing is said beside its field, before anything is asked. */
    private void ask() {
        say();
        reason.setInvalid(reason.getValue().isBlank());
        if (wrong().isEmpty() && !reason.isInvalid()) {
            var question = new Confirmation(
                    language.say("credit.sure", effect.getText()),
                    language.say("credit.yes"),
                    language.say("credit.no"),
                    () -> credit.accept(new NewCredit(id, parts(), reason.getValue())));
            sure.add(question);
            question.ask();
        }
    }

    /** With the tax that goes back by itself. */
    private Money sum() {
        var total = creditable.invoice().invoice().total();
        return creditable.taxed(parts()).stream().map(Part::amount).reduce(Money.zero(total.currency()), Money::plus);
    }

    private List<Part> parts() {
        return amounts.stream()
                .map(one -> typed(one).orElseGet(() -> nothing(one)))
                .filter(part -> part.amount().minor() != 0)
                .toList();
    }

    /** Nothing typed is nothing wanted; empty where it is no amount of that line. */
    private Optional<Part> typed(Amount one) {
        var text = one.field().getValue();
        return text.isBlank()
                ? Optional.of(nothing(one))
                : language.formats().typed(text).flatMap(major -> part(one, major));
    }

    private static Optional<Part> part(Amount one, BigDecimal major) {
        var left = one.left().amount();
        int digits = Math.max(0, left.currency().getDefaultFractionDigits());
        try {
            long minor = major.movePointRight(digits).longValueExact();
            var part = new Part(one.left().line(), new Money(minor, left.currency()));
            return minor == 0 || part.isOf(left) ? Optional.of(part) : Optional.empty();
        } catch (ArithmeticException fraction) {
            return Optional.empty();
        }
    }

    private static Part nothing(Amount one) {
        return new Part(one.left().line(), Money.zero(one.left().amount().currency()));
    }
}
