package io.chom.portal.details;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.details.Flaw;
import io.chom.tenants.billing.details.Flaw.Field;
import io.chom.tenants.billing.details.Treatment;
import io.chom.tenants.billing.details.Treatment.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Whether a seller charges tax, and how much or why not. */
final class TaxFields extends Composite<Div> {

    private static final BigDecimal NO_NUMBER = BigDecimal.ONE.negate();
    private static final int LONGEST_RATE = 12;

    private final transient Language language;
    private final Select<Kind> kind = new Select<>();
    private final TextField rate = new TextField();
    private final TextField reason = new TextField();
    private final Paragraph meaning = new Paragraph();

    TaxFields(Language language) {
        this.language = language;
        kind.setLabel(language.say("details.treatment"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> language.say("details.treatment." + one.word()));
        kind.addValueChangeListener(event -> draw());
        rate.setLabel(language.say("details.rate"));
        rate.setHelperText(language.say("details.rate.hint"));
        rate.setSuffixComponent(new Span("%"));
        rate.setMaxLength(LONGEST_RATE);
        rate.getElement().setAttribute("inputmode", "decimal");
        reason.setLabel(language.say("details.reason"));
        reason.setHelperText(language.say("details.reason.hint"));
        reason.setMaxLength(Field.REASON.longest());
        meaning.addClassName("muted");
        getContent().addClassName("form");
        getContent().add(kind, meaning, rate, reason);
    }

    void show(Treatment treatment) {
        var digits = treatment.rate().stripTrailingZeros();
        kind.setValue(treatment.kind());
        rate.setValue(digits.signum() == 0 ? "" : language.formats().number(digits, Math.max(0, digits.scale())));
        reason.setValue(treatment.reason());
        say(List.of());
        draw();
    }

    /** A rate that is none is a wrong one. */
    Treatment written() {
        boolean isCharged = kind.getValue() == Kind.STANDARD;
        return isCharged
                ? new Treatment(Kind.STANDARD, typed(), "")
                : new Treatment(Kind.NOT_REGISTERED, BigDecimal.ZERO, reason.getValue());
    }

    private BigDecimal typed() {
        return rate.getValue().isBlank()
                ? BigDecimal.ZERO
                : language.formats().typed(rate.getValue()).orElse(NO_NUMBER);
    }

    void say(List<Flaw> flaws) {
        say(flaws, Field.RATE, rate);
        say(flaws, Field.REASON, reason);
    }

    private void say(List<Flaw> flaws, Field which, TextField field) {
        var flaw = flaws.stream().filter(one -> one.field() == which).findFirst();
        field.setInvalid(flaw.isPresent());
        field.setErrorMessage(flaw.map(one -> FlawWords.of(language, one)).orElse(""));
    }

    private void draw() {
        boolean isCharged = kind.getValue() == Kind.STANDARD;
        rate.setVisible(isCharged);
        reason.setVisible(!isCharged);
        meaning.setText(language.say("details.treatment."
                + Objects.requireNonNullElse(kind.getValue(), Kind.NOT_REGISTERED)
                        .word() + ".what"));
    }
}
