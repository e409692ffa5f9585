package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.theming.SocialImage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The picture beside shared links: how to give one and how to do without it again. */
final class SocialField extends Composite<Div> {

    private final Image picture = new Image();
    private final Div tile = new Div(picture);
    private final Button remove;
    private final FileDrop drop;

    /**
     * A field without a picture.
     *
     * @param given told of each picture that a person gives and that can be used, and of null when there is to be none
     */
    SocialField(Language language, Consumer<@Nullable SocialImage> given) {
        String name = language.say("brand.social");
        var label = new Span(name);
        label.addClassName("field-label");
        picture.setAlt("");
        tile.addClassNames("logo-tile", "social-tile");
        remove = new Button(language.say("brand.social.remove"), event -> given.accept(null));
        drop = new FileDrop(
                language,
                name,
                "brand.social",
                SocialImage.MOST_BYTES,
                (file, bytes) -> given.accept(SocialImage.uploaded(bytes)),
                "image/png",
                ".png");
        getContent().addClassNames("field", "social-field");
        getContent().add(label, tile, remove, drop);
    }

    void show(@Nullable SocialImage image) {
        tile.setVisible(image != null);
        remove.setVisible(image != null);
        picture.setSrc(image == null ? "" : "data:image/png;base64," + image.content());
        drop.forget();
    }
}
