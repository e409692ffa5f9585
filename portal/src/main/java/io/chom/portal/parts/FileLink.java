package io.chom.portal.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A link that saves a text as a file. */
public class FileLink extends Anchor {

    /**
     * A link to a file that is written when it is asked for.
     *
     * @param file its name
     * @param type its media type
     * @param content asked outside of the screen's lock
     */
    public FileLink(String words, String file, String type, Supplier<String> content) {
        super(handler(file, type, content), words);
        addClassNames("button-link", "with-icon", Icon.DOWNLOAD.style());
    }

    private static DownloadHandler handler(String file, String type, Supplier<String> content) {
        return DownloadHandler.fromInputStream(event -> {
            byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), file, type, bytes.length);
        });
    }
}
