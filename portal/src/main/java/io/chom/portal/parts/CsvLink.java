package io.chom.portal.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.chom.portal.formats.Csv;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** A link that saves what is on the screen as a file of comma-separated values. */
public final class CsvLink extends Anchor {

    /**
     * A link to a file that is written when it is asked for.
     *
     * @param file its name
     * @param rows heads first; asked outside of the screen's lock
     */
    public CsvLink(String words, String file, Supplier<List<List<String>>> rows) {
        super(handler(file, rows), words);
        addClassNames("button-link", "with-icon", Icon.DOWNLOAD.style());
    }

    private static DownloadHandler handler(String file, Supplier<List<List<String>>> rows) {
        return DownloadHandler.fromInputStream(event -> {
            byte[] csv = Csv.of(rows.get()).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(csv), file, "text/csv", csv.length);
        });
    }
}
