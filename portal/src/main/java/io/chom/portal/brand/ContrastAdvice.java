package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.tenants.tenancy.BrandStudio;
import io.chom.theming.Adjustment;
import io.chom.theming.Brand;
import io.chom.theming.BrandTokens;
import io.chom.theming.Clash;
import io.chom.theming.Color;
import io.chom.theming.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says that the accent cannot be read and offers the nearest that can, and where another one is worn instead of it. */
final class ContrastAdvice extends Composite<Div> {

    private final Language language;
    private final Span words = new Span();
    private final Button use;
    private final Div clash;
    private final Div moved = new Div();
    private transient @Nullable Color offered;

    /** @param taken told of the offered colour when a person takes it */
    ContrastAdvice(Language language, Consumer<Color> taken) {
        this.language = language;
        use = new Button("", event -> {
            Color color = offered;
            if (color != null) {
                taken.accept(color);
            }
        });
        clash = new Div(words, use);
        clash.addClassName("advice");
        moved.addClassNames("muted", "small");
        getContent().addClassName("said");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(clash, moved);
    }

    void show(Brand brand) {
        List<Clash> clashes = BrandStudio.clashes(brand);
        clash.setVisible(!clashes.isEmpty());
        clashes.stream().findFirst().ifPresent(this::offer);
        List<Adjustment> others = clashes.isEmpty() ? elsewhere(brand) : List.of();
        moved.setVisible(!others.isEmpty());
        others.stream()
                .findFirst()
                .ifPresent(other -> moved.setText(language.say(
                        "brand.moved." + other.scheme().name().toLowerCase(Locale.ROOT),
                        other.asked().hex(),
                        other.given().hex())));
    }

    private void offer(Clash worst) {
        offered = worst.given();
        words.setText(language.say(
                "brand.unreadable",
                worst.asked().hex(),
                worst.given().hex(),
                ratio(worst.ratio()),
                ratio(worst.pair().least())));
        use.setText(language.say("brand.use", worst.given().hex()));
    }

    private String ratio(double ratio) {
        return language.formats().number(BigDecimal.valueOf(ratio), 2);
    }

    /** Only the scheme that a brand does not start in is left when nothing clashes. */
    private static List<Adjustment> elsewhere(Brand brand) {
        return BrandTokens.of(brand.look()).adjustments().stream()
                .filter(one -> one.token() == Token.ACCENT)
                .toList();
    }
}
