package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.theming.Logo;
import java.util.function.Consumer;

/** A picture of the brand and how to give another one. */
final class LogoField extends Composite<Div> {

    private final Image picture = new Image();
    private final FileDrop drop;

    /**
     * A field without a picture.
     *
     * @param words which of the brand's pictures: {@code on-light}, {@code on-dark} or {@code favicon}
     * @param given told of each picture that a person gives and that can be used
     */
    LogoField(Language language, String words, Consumer<Logo> given) {
        String name = language.say("brand." + words);
        var label = new Span(name);
        label.addClassName("field-label");
        picture.setAlt("");
        var tile = new Div(picture);
        tile.addClassNames("logo-tile", "ground-" + words);
        drop = new FileDrop(
                language,
                name,
                "brand.logo",
                Logo.MOST_BYTES,
                (file, bytes) -> given.accept(Logo.uploaded(bytes)),
                "image/svg+xml",
                "image/png",
                ".svg",
                ".png");
        getContent().addClassNames("field", "logo-field");
        getContent().add(label, tile, drop);
    }

    void show(Logo logo) {
        picture.setSrc(BrandPreview.address(logo));
        drop.forget();
    }
}
