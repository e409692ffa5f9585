package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.chom.portal.formats.Language;
import io.chom.theming.Logo;
import java.util.function.Consumer;

/** A picture of the brand and how to give another one. */
final class LogoField extends Composite<Div> {

    private final Image picture = new Image();
    private final Span refusal = new Span();
    private final transient Consumer<Logo> given;

    /**
     * A field without a picture.
     *
     * @param words which of the brand's pictures: {@code on-light}, {@code on-dark} or {@code favicon}
     * @param given told of each picture that a person gives and that can be used
     */
    LogoField(Language language, String words, Consumer<Logo> given) {
        this.given = given;
        String name = language.say("brand." + words);
        var label = new Span(name);
        label.addClassName("field-label");
        picture.setAlt("");
        var tile = new Div(picture);
        tile.addClassNames("logo-tile", "ground-" + words);
        var choose = new Button(language.say("brand.logo.choose"));
        choose.setAriaLabel(language.say("brand.logo.choose.which", name));
        var upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(bytes)));
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(language.say("brand.logo.drop")));
        upload.setAcceptedFileTypes("image/svg+xml", "image/png", ".svg", ".png");
        upload.setMaxFileSize(Logo.MOST_BYTES);
        upload.addFileRejectedListener(event -> refuse(language.say("brand.logo.refused")));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        refusal.addClassName("field-error");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        getContent().addClassNames("field", "logo-field");
        getContent().add(label, tile, upload, refusal);
    }

    private void take(byte[] bytes) {
        try {
            given.accept(Logo.uploaded(bytes));
            refusal.setVisible(false);
        } catch (IllegalArgumentException unusable) {
            refuse(unusable.getMessage() + ".");
        }
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(true);
    }

    void show(Logo logo) {
        picture.setSrc(BrandPreview.address(logo));
        refusal.setVisible(false);
    }
}
