package io.chom.portal.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A link that saves a file. */
public class FileLink extends Anchor {

    /**
     * A file.
     *
     * @param name how it is saved
     * @param type its media type
     * @param bytes what is in it
     */
    public record File(String name, String type, byte[] bytes) {}

    /**
     * A link to a text that is written when it is asked for.
     *
     * @param file its name
     * @param type its media type
     * @param content asked outside of the screen's lock
     */
    public FileLink(String words, String file, String type, Supplier<String> content) {
        this(words, () -> new File(file, type, content.get().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A link to a file that is made when it is asked for.
     *
     * @param file asked outside of the screen's lock
     */
    public FileLink(String words, Supplier<File> file) {
        super(handler(file), words);
        addClassNames("button-link", "with-icon", Icon.DOWNLOAD.style());
    }

    private static DownloadHandler handler(Supplier<File> asked) {
        return DownloadHandler.fromInputStream(event -> {
            File file = asked.get();
            var content = new ByteArrayInputStream(file.bytes());
            return new DownloadResponse(content, file.name(), file.type(), file.bytes().length);
        });
    }
}
