package io.chom.portal.session;

import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.tenants.tenancy.PublicUrl;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What holds for every answer of the server, before anything else looks at the request: also for those that no filter
 * sees, such as the server's own answer to a malformed request line. It carries the headers that protect it (what comes
 * later may set another policy for its page), and where it names the server's own address, that has the scheme and port
 * of the public address, whatever port the request says.
 */
@Component
class EveryAnswer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** A year. Not for subdomains: below a brand's domain may live hosts that are not ours. */
    private static final String HTTPS_ONLY = "max-age=31536000";

    private final PublicUrl address;

    EveryAnswer(PublicPlaces places) {
        this.address = places.portal();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Headers(address.isSecure()));
        server.addConnectorCustomizers(this::place);
    }

    private void place(Connector connector) {
        connector.setScheme(address.isSecure() ? "https" : "http");
        connector.setSecure(address.isSecure());
        connector.setProxyPort(address.port());
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
