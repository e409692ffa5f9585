package io.chom.portal.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The policies of pages that have no script at all, and of the files that every page loads. */
final class PublicPolicy {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** A file never acts, whatever somebody managed to put into it. */
    private static final String FILE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    /** Those that browsers and search engines ask for by name. */
    private static final Set<String> FILES = Set.of(
            "/favicon.ico",
            "/apple-touch-icon.png",
            "/apple-touch-icon-precomposed.png",
            "/manifest.webmanifest",
            "/sitemap.xml");

    private PublicPolicy() {}

    /** The policy of an address, unless its page sets another one; a request that is malformed may have no address. */
    static String of(@Nullable String path) {
        return path != null && isFile(path) ? FILE_POLICY : POLICY;
    }

    /** Whether this is the address of a file, which every page may load. */
    static boolean isFile(String path) {
        return path.startsWith("/brand/")
                || path.startsWith("/ui/")
                || FILES.contains(path)
                || PreviewAddress.isFile(path);
    }
}
