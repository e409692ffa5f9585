package io.chom.portal.session;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Headers of pages that have no script at all, and of the files that every page loads. */
final class PublicHeaders {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private PublicHeaders() {}

    static void set(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY));
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                PathPatternRequestMatcher.withDefaults().matcher("/ui/fonts/**"),
                // The log-in page is served by the identity provider, which is another origin.
                new StaticHeadersWriter("Access-Control-Allow-Origin", "*")));
        // Each page says itself how long it may be kept.
        headers.cacheControl(cache -> cache.disable());
    }

    static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN));
        headers.crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
        headers.frameOptions(frame -> frame.deny());
    }
}
