package io.chom.theming;

import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A brand’s own font in its documents. Unpacked when the first document needs it, and kept as long as there is room: most
 * brands write no document for days.
 */
public final class PrintedFont {

    private final OwnFont font;
    private final AtomicReference<@Nullable SoftReference<Optional<byte[]>>> unpacked = new AtomicReference<>();

    PrintedFont(OwnFont font) {
        this.font = font;
    }

    /** The TrueType file to embed, not to be changed; empty if there can be none. */
    public Optional<byte[]> file() {
        var kept = unpacked.get();
        var known = kept == null ? null : kept.get();
        if (known != null) {
            return known;
        }
        var file = font.forDocuments();
        unpacked.set(new SoftReference<>(file));
        return file;
    }
}
