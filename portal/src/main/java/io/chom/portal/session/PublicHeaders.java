package io.chom.portal.session;

import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Headers of pages that have no script at all, and of the files that every page loads. Those that every answer carries
 * come from {@link EveryAnswer}.
 */
final class PublicHeaders {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** A file never acts, whatever somebody managed to put into it. */
    private static final String FILE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private PublicHeaders() {}

    /** The policy of an address, unless its page sets another one; a request that is malformed may have no address. */
    static String policyFor(@Nullable String path) {
        return path != null && isFile(path) ? FILE_POLICY : POLICY;
    }

    private static boolean isFile(String path) {
        return path.startsWith("/brand/") || path.startsWith("/ui/") || path.equals("/favicon.ico");
    }

    static void set(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                PathPatternRequestMatcher.withDefaults().matcher("/ui/fonts/**"),
                // The log-in page is served by the identity provider, which is another origin.
                new StaticHeadersWriter("Access-Control-Allow-Origin", "*")));
        // Each page says itself how long it may be kept.
        headers.cacheControl(cache -> cache.disable());
    }

    static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.httpStrictTransportSecurity(https -> https.disable());
        headers.permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
        headers.frameOptions(frame -> frame.deny());
    }
}
