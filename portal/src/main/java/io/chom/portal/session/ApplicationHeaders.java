package io.chom.portal.session;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;

/**
 * Headers of the Vaadin application. Its client evaluates script that the server sends, so that {@code unsafe-eval} and
 * inline scripts cannot be forbidden; everything else is: no foreign script, frame, object, base or form target.
 */
final class ApplicationHeaders {

    private static final String POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:;"
            + " manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self';"
            + " object-src 'none'";

    private ApplicationHeaders() {}

    static void set(HeadersConfigurer<HttpSecurity> headers) {
        PublicHeaders.common(headers);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY));
    }
}
