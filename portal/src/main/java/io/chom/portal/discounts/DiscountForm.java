package io.chom.portal.discounts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.chom.portal.formats.DiscountWords;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.discount.DiscountOffer;
import io.chom.tenants.billing.discount.DiscountWish;
import io.chom.tenants.billing.discount.Giver;
import io.chom.tenants.platform.Refused;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A discount to give: how much, for how long and why, with what the customer would pay said while it is typed. */
final class DiscountForm extends Composite<Div> {

    private static final int LONGEST_NUMBER = 12;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final transient Language language;
    private final transient DiscountOffer offer;
    private final transient Consumer<DiscountWish> give;
    private final transient Consumer<Refused> refuse;
    private final TextField percent = new TextField();
    private final IntegerField periods = new IntegerField();
    private final TextField reason = new TextField();
    private final Paragraph effect = new Paragraph();
    private final Button send;

    DiscountForm(Language language, DiscountOffer offer, Consumer<DiscountWish> give, Consumer<Refused> refuse) {
        this.language = language;
        this.offer = offer;
        this.give = give;
        this.refuse = refuse;
        send = new Button(language.say("discounts.give"), event -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        fields();
        effect.getElement().setAttribute("role", "status");
        var row = new Div(percent, periods, reason);
        row.addClassNames("field-row", "top");
        var limit = new Paragraph(new DiscountWords(language).may(offer));
        limit.addClassName("muted");
        var actions = new Div(send);
        actions.addClassName("filters");
        getContent().addClassNames("card", "stack");
        getContent().add(new H2(language.say("discounts.new")), limit, row, effect, actions);
        say();
    }

    private void fields() {
        percent.setLabel(language.say("discounts.percent"));
        percent.setMaxLength(LONGEST_NUMBER);
        percent.getElement().setAttribute("inputmode", "decimal");
        percent.setValueChangeMode(ValueChangeMode.LAZY);
        percent.addValueChangeListener(event -> say());
        periods.setLabel(language.say("discounts.periods." + offer.term().word()));
        periods.setMin(1);
        periods.setMax(DiscountWish.MOST_PERIODS);
        periods.setStepButtonsVisible(true);
        periods.setValueChangeMode(ValueChangeMode.LAZY);
        periods.addValueChangeListener(event -> say());
        reason.setLabel(language.say("discounts.reason"));
        reason.setHelperText(language.say("discounts.reason.help"));
        reason.setErrorMessage(language.say("refused.discount.reason"));
        reason.setMaxLength(DiscountWish.LONGEST_REASON);
        reason.addClassName("grow");
    }

    /** What would follow from what is typed. */
    private void say() {
        var typed = typed();
        Optional<Giver> decider = typed.flatMap(offer::decider);
        var words = new DiscountWords(language);
        effect.setText(typed.map(value -> decider.map(who -> words.effect(offer, value, periods(), who))
                        .orElseGet(() -> words.tooMuch(offer)))
                .orElseGet(() -> language.say("discounts.type")));
        boolean isAsked = decider.filter(who -> who != offer.giver()).isPresent();
        send.setText(language.say(isAsked ? "discounts.ask" : "discounts.give"));
    }

    private @Nullable Integer periods() {
        var value = periods.getValue();
        return value == null || value < 1 || value > DiscountWish.MOST_PERIODS ? null : value;
    }

    /** What is missing is said beside its field; everything else by whoever decides. */
    private void send() {
        reason.setInvalid(reason.getValue().isBlank());
        if (reason.isInvalid()) {
            return;
        }
        if (periods.isInvalid()) {
            refuse.accept(DiscountWish.noPeriods());
            return;
        }
        language.formats()
                .typed(percent.getValue())
                .ifPresentOrElse(
                        value -> give.accept(new DiscountWish(value, periods.getValue(), reason.getValue())),
                        () -> refuse.accept(DiscountWish.noPercent()));
    }

    private Optional<BigDecimal> typed() {
        return language.formats()
                .typed(percent.getValue())
                .filter(value -> value.signum() > 0 && value.compareTo(ALL) <= 0);
    }
}
