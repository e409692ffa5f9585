package io.chom.portal.session;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;

/**
 * Headers of the Vaadin application. Its page runs the scripts that carry the nonce of that one answer, and what those
 * load; no inline script, no script by address alone. All other answers of the application run none.
 *
 * <p>Two permissions remain, because Vaadin 25.2 does not work without them (tried in production mode, policy in
 * report-only, three pages):
 *
 * <ul>
 *   <li>{@code unsafe-eval}: the client makes a function of every script, event expression and property path that the
 *       server sends ({@code new Function} in FlowClient and in the renderer of grids), about ninety times for one page;
 *       without it nothing is drawn. In its stead the browser checks every script address that is set as text
 *       ({@link #OWN_SCRIPTS_ONLY}), which {@code strict-dynamic} alone would let through.
 *   <li>{@code unsafe-inline} for styles: its components put about a dozen style elements on the page without a nonce,
 *       and set style attributes.
 * </ul>
 */
final class ApplicationHeaders {

    /**
     * The page's default policy of Trusted Types, which decides about every text that becomes markup or script. Script
     * is loaded from this origin only; the rest is Vaadin's daily work.
     */
    static final String OWN_SCRIPTS_ONLY = "if(window.trustedTypes)trustedTypes.createPolicy('default',{"
            + "createHTML:t=>t,createScript:t=>t,"
            + "createScriptURL:u=>new URL(u,document.baseURI).origin===location.origin?u:null});";

    private static final String POLICY = "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' %s;"
            + " manifest-src 'self'; worker-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'self';"
            + " object-src 'none'; require-trusted-types-for 'script'; trusted-types default lit-html 'allow-duplicates'";

    private ApplicationHeaders() {}

    /** The policy of one page. */
    static String policy(String nonce, String socket) {
        return POLICY.formatted(nonce, socket);
    }

    /** For everything but the page, which brings its policy itself: redirects, messages, error pages. */
    static void set(HeadersConfigurer<HttpSecurity> headers) {
        // Those that every answer carries are there before; none is written twice.
        headers.httpStrictTransportSecurity(https -> https.disable());
        headers.frameOptions(frame -> frame.disable());
    }
}
