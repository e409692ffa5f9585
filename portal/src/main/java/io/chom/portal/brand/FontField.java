package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.chom.portal.formats.Language;
import io.chom.theming.OwnFont;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The brand's own font: how to give one and how to do without it again. */
final class FontField extends Composite<Div> {

    private final Language language;
    private final Span present = new Span();
    private final Button remove;
    private final Span refusal = new Span();
    private final transient Consumer<@Nullable OwnFont> given;

    /**
     * A field without a font.
     *
     * @param given told of each font that a person gives and that can be used, and of null when there is to be none
     */
    FontField(Language language, Consumer<@Nullable OwnFont> given) {
        this.language = language;
        this.given = given;
        var label = new Span(language.say("brand.own-font"));
        label.addClassName("field-label");
        remove = new Button(language.say("brand.own-font.remove"), event -> given.accept(null));
        var state = new Div(present, remove);
        state.addClassName("filters");
        refusal.addClassName("field-error");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        getContent().addClassNames("field", "font-field");
        getContent().add(label, state, upload(), refusal);
    }

    private Upload upload() {
        var choose = new Button(language.say("brand.logo.choose"));
        choose.setAriaLabel(language.say("brand.logo.choose.which", language.say("brand.own-font")));
        var upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(file.fileName(), bytes)));
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(language.say("brand.own-font.drop")));
        upload.setAcceptedFileTypes("font/woff2", ".woff2");
        upload.setMaxFileSize(OwnFont.MOST_BYTES);
        upload.addFileRejectedListener(event -> refuse(language.say("brand.own-font.refused")));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void take(String name, byte[] bytes) {
        try {
            given.accept(OwnFont.uploaded(name, bytes));
            refusal.setVisible(false);
        } catch (IllegalArgumentException unusable) {
            refuse(unusable.getMessage() + ".");
        }
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(true);
    }

    void show(@Nullable OwnFont font) {
        present.setText(font == null ? language.say("brand.own-font.none") : font.name());
        remove.setVisible(font != null);
        refusal.setVisible(false);
    }
}
