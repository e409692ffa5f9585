package io.chom.portal.session;

import io.chom.tenants.tenancy.PublicPlaces;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts the headers that protect an answer on every answer of the server, before anything else looks at the request:
 * also on those that no filter sees, such as the server's own answer to a malformed request line. What comes later may
 * set another policy for its page.
 */
@Component
class EveryAnswer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** A year. Not for subdomains: below a brand's domain may live hosts that are not ours. */
    private static final String HTTPS_ONLY = "max-age=31536000";

    private final boolean secure;

    EveryAnswer(PublicPlaces places) {
        this.secure = places.portal().isSecure();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Headers(secure));
    }

    private static final class Headers extends ValveBase {

        private final boolean secure;

        Headers(boolean secure) {
            super(true);
            this.secure = secure;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            response.setHeader("Content-Security-Policy", PublicPolicy.of(request.getRequestURI()));
            if (secure) {
                response.setHeader("Strict-Transport-Security", HTTPS_ONLY);
            }
            getNext().invoke(request, response);
        }
    }
}
