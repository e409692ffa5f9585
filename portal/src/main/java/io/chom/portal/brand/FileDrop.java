package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.chom.portal.formats.Language;
import java.util.function.BiConsumer;

/** Takes one file, and says why it cannot be used if it cannot. */
final class FileDrop extends Composite<Div> {

    private final transient Language language;
    private final Span refusal = new Span();
    private final transient BiConsumer<String, byte[]> take;

    /**
     * A place for a file.
     *
     * @param name of the field, for those who do not see it
     * @param words the key of {@code .drop} and {@code .refused}
     * @param most bytes
     * @param take given the file's name and bytes; refuses them by an {@link IllegalArgumentException}
     * @param types media types and endings of names
     */
    FileDrop(Language language, String name, String words, int most, BiConsumer<String, byte[]> take, String... types) {
        this.language = language;
        this.take = take;
        var choose = new Button(language.say("brand.logo.choose"));
        choose.setAriaLabel(language.say("brand.logo.choose.which", name));
        var upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(file.fileName(), bytes)));
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(language.say(words + ".drop")));
        upload.setAcceptedFileTypes(types);
        upload.setMaxFileSize(most);
        upload.addFileRejectedListener(event -> refuse(language.say(words + ".refused")));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        refusal.addClassName("field-error");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        getContent().addClassName("file-drop");
        getContent().add(upload, refusal);
    }

    private void take(String name, byte[] bytes) {
        try {
            take.accept(name, bytes);
            forget();
        } catch (IllegalArgumentException unusable) {
            refuse(UnfitWords.of(language, unusable));
        }
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(true);
    }

    /** Says no more why a file could not be used. */
    void forget() {
        refusal.setVisible(false);
    }
}
