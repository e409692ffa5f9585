package io.chom.embedded.stripe;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses in parameters. */
final class Urls {

    private static final Pattern LOCAL = Pattern.compile("localhost|127\\.0\\.0\\.1|[a-z0-9.-]+\\.localhost|\\[::1]");

    private Urls() {}

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether this is a web address. */
    static boolean isWeb(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether this is a web address of this machine: the sandbox talks to no other. */
    static boolean isLocal(String url) {
        return isWeb(url)
                && LOCAL.matcher(URI.create(url).getHost().toLowerCase(Locale.ROOT))
                        .matches();
    }
}
