package io.chom.theming.website;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a page shows or names.
 *
 * @param use what the page has it for
 * @param place its absolute address; null if it stands in the page itself
 * @param drawn the picture itself; null if it has to be fetched
 */
public record PictureSource(Use use, @Nullable String place, byte @Nullable [] drawn) {

    /** What a page has a picture for. */
    public enum Use {
        LOGO,
        ICON,
        /** What stands beside shared links. */
        SHARED
    }

    private static final int LONGEST = 400_000;

    /** A picture at an absolute address, or in the address itself; empty if neither can be. */
    static Optional<PictureSource> at(Use use, String address) {
        if (address.startsWith("data:image/")) {
            return inside(use, address);
        }
        return address.startsWith("http") ? Optional.of(new PictureSource(use, address, null)) : Optional.empty();
    }

    private static Optional<PictureSource> inside(Use use, String address) {
        var comma = address.indexOf(',');
        if (comma < 0 || address.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var content = address.substring(comma + 1);
            var bytes = address.substring(0, comma).endsWith(";base64")
                    ? Base64.getMimeDecoder().decode(content)
                    : java.net.URLDecoder.decode(content.replace("+", "%2B"), StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.UTF_8);
            return Optional.of(new PictureSource(use, null, bytes));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
