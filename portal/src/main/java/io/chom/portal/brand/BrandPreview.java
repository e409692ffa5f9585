package io.chom.portal.brand;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Segments;
import io.chom.theming.Artwork;
import io.chom.theming.Brand;
import io.chom.theming.BrandFont;
import io.chom.theming.BrandStylesheet;
import io.chom.theming.BrandTokens;
import io.chom.theming.Logo;
import io.chom.theming.OwnFont;
import io.chom.theming.Palette;
import io.chom.theming.Token;
import io.chom.theming.Wording;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a brand makes of the portal, the log-in, a mail and an invoice, in both modes and at three widths. */
final class BrandPreview extends Composite<Div> {

    private static final List<String> WORDS = List.of(
            "portal",
            "login",
            "mail",
            "invoice",
            "light",
            "dark",
            "usage",
            "sites",
            "invoices",
            "upgrade",
            "storage",
            "estimate",
            "welcome",
            "email",
            "password",
            "enter",
            "forgot",
            "subject",
            "letter",
            "look",
            "plan",
            "overage",
            "total");

    private final Stage stage = new Stage();
    private final Language language;
    private final SampleDocuments samples;
    private @Nullable Artwork artwork;
    private @Nullable OwnFont ownFont;
    private @Nullable Wording wording;

    BrandPreview(Language language) {
        this.language = language;
        this.samples = new SampleDocuments(language);
        var surfaces = choice("surface", List.of("portal", "login", "mail", "invoice"));
        var modes = choice("mode", List.of("light", "dark"));
        var widths = choice("width", List.of("wide", "tablet", "phone"));
        var choices = new Div(surfaces, modes, widths);
        choices.addClassName("filters");
        getContent().add(new H2(language.say("brand.preview")), choices, stage, samples);
        getContent().addClassNames("card", "brand-stage");
    }

    private Segments choice(String attribute, List<String> values) {
        var segments = new Segments(
                language.say("brand.preview." + attribute),
                value -> stage.getElement().setAttribute(attribute, value));
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach(value -> words.put(value, language.say("brand.preview." + value)));
        segments.offer(words, Optional.empty());
        stage.getElement().setAttribute(attribute, values.getFirst());
        return segments;
    }

    private Map<String, Object> words(Brand brand) {
        var own = language.in(brand.wording());
        return WORDS.stream().collect(Collectors.toMap(Function.identity(), word -> own.say("brand.preview." + word)));
    }

    void show(Brand brand) {
        samples.show(brand);
        showFont(brand.font());
        if (!brand.wording().equals(wording)) {
            wording = brand.wording();
            stage.getElement().setPropertyMap("words", words(brand));
        }
        stage.getElement().setPropertyBean("brand", Worn.of(brand));
        // The pictures are by far the largest part, and the one that changes least.
        if (!brand.artwork().equals(artwork)) {
            artwork = brand.artwork();
            stage.getElement()
                    .setPropertyBean("logos", new Logos(address(artwork.onLight()), address(artwork.onDark())));
        }
    }

    /** A font is even larger than the pictures. */
    private void showFont(@Nullable OwnFont font) {
        if (!Objects.equals(font, ownFont)) {
            ownFont = font;
            stage.getElement().setProperty("face", font == null ? "" : font.content());
        }
    }

    static String address(Logo logo) {
        return "data:" + logo.format().contentType() + ";base64,"
                + Base64.getEncoder().encodeToString(logo.bytes());
    }

    /** The element that the browser draws. */
    @Tag("brand-preview")
    @JavaScript("context://ui/components/brand-preview.js")
    static final class Stage extends Component {}

    /** The logos for either ground, as addresses that hold the pictures themselves. */
    record Logos(String light, String dark) {}

    /** A brand in the browser's own words. */
    record Worn(
            String name,
            String promise,
            String footer,
            String sender,
            String support,
            String family,
            String fonts,
            String font,
            String radius,
            String radiusCard,
            String gap,
            String control,
            Map<String, String> light,
            Map<String, String> dark) {

        static Worn of(Brand brand) {
            var look = brand.look();
            var tokens = BrandTokens.of(look);
            var contact = brand.contact();
            return new Worn(
                    brand.name(),
                    brand.promise(),
                    Objects.requireNonNullElse(contact.legalFooter(), ""),
                    contact.senderName(),
                    Objects.requireNonNullElse(contact.supportEmail(), ""),
                    look.font().family(),
                    folder(look.font()),
                    brand.fontFamily(),
                    look.corners().control() + "px",
                    look.corners().card() + "px",
                    look.density().gap() + "px",
                    look.density().control() + "px",
                    colors(tokens.light()),
                    colors(tokens.dark()));
        }

        private static String folder(BrandFont font) {
            return font.folder() == null ? "" : BrandStylesheet.FONTS + font.folder() + "/";
        }

        private static Map<String, String> colors(Palette palette) {
            return Arrays.stream(Token.values())
                    .collect(Collectors.toMap(
                            Token::property, token -> palette.color(token).hex()));
        }
    }
}
