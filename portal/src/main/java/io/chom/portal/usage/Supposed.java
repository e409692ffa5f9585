package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.catalog.Meter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of one meter is supposed: drawn with a slider, or typed where it is to be exact. */
final class Supposed extends Composite<Div> {

    /** In milliseconds: figures follow the hand, and not each of its pixels. */
    private static final int PACE = 80;

    private static final int LONGEST_NUMBER = 16;

    private static final int STEPS = 200;

    private final transient Formats formats;
    private final transient Language language;
    private final transient Meter meter;
    private final transient Runnable heard;
    private final TextField typed;
    private final RangeInput slider = new RangeInput(ValueChangeMode.LAZY);
    private transient BigDecimal quantity = BigDecimal.ZERO;

    /**
     * One at nothing.
     *
     * @param most how far the slider goes; what is typed may be more
     * @param heard told of each change by the person
     */
    Supposed(Language language, Meter meter, BigDecimal most, Runnable heard) {
        this.language = language;
        this.formats = language.formats();
        this.meter = meter;
        this.heard = heard;
        typed = new TextField(Formats.column(meter));
        typed.setMaxLength(LONGEST_NUMBER);
        typed.getElement().setAttribute("inputmode", "decimal");
        typed.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                type(event.getValue());
            }
        });
        var step = step(most);
        slider.setMin(0);
        slider.setMax(most.divide(step, 0, RoundingMode.CEILING).multiply(step).doubleValue());
        slider.setStep(step.doubleValue());
        slider.setValueChangeTimeout(PACE);
        slider.setAriaLabel(meter.name());
        slider.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                suppose(BigDecimal.valueOf(event.getValue()));
                heard.run();
            }
        });
        getContent().addClassName("supposed");
        getContent().add(typed, slider);
    }

    /** A round number of which two hundred reach to the end, and no finer than the meter. */
    private BigDecimal step(BigDecimal most) {
        var finest = BigDecimal.ONE.movePointLeft(meter.decimals());
        var rough = most.divide(BigDecimal.valueOf(STEPS), RoundingMode.CEILING).max(finest);
        var ten = BigDecimal.ONE.movePointRight(rough.precision() - rough.scale() - 1);
        return Stream.of(1, 2, 5, 10)
                .map(times -> ten.multiply(BigDecimal.valueOf(times)))
                .filter(one -> one.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private void type(String text) {
        var number = formats.typed(text).filter(one -> one.signum() >= 0);
        typed.setInvalid(number.isEmpty());
        typed.setErrorMessage(number.isEmpty() ? language.say("whatif.no-number") : "");
        number.ifPresent(one -> {
            suppose(one);
            heard.run();
        });
    }

    /** Supposes a quantity, zero or more. */
    void suppose(BigDecimal other) {
        quantity = other.setScale(meter.decimals(), RoundingMode.HALF_UP);
        var written = formats.number(quantity, meter.decimals());
        typed.setValue(written);
        typed.setInvalid(false);
        slider.setValue(Math.min(quantity.doubleValue(), slider.getMax()));
        slider.getElement().setAttribute("aria-valuetext", language.quantity(quantity, meter));
    }

    /** A quantity as it stands in an address; empty for anything that is none. */
    static Optional<BigDecimal> read(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,6})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    BigDecimal quantity() {
        return quantity;
    }
}
