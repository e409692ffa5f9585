package io.chom.portal.session;

import org.apache.catalina.Engine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Where several processes serve the portal, {@code chom.ui.route} names this one, and stands after a dot at the end of
 * the ids of its sessions, by which a proxy finds the way back.
 */
@Component
class SessionRoute implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String route;

    SessionRoute(@Value("${chom.ui.route:}") String route) {
        if (!route.matches("[A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("chom.ui.route has letters, digits and hyphens only.");
        }
        this.route = route;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (!route.isEmpty()) {
            server.addContextCustomizers(
                    context -> ((Engine) context.getParent().getParent()).setJvmRoute(route));
        }
    }

    /** A session's id as all processes know it, without the name of the one that had it last. */
    static String secretOf(String sessionId) {
        int dot = sessionId.indexOf('.');
        return dot < 0 ? sessionId : sessionId.substring(0, dot);
    }

    /** The id that the session has in this process. */
    static String idHere(String secret, Engine engine) {
        return engine.getJvmRoute() == null ? secret : secret + "." + engine.getJvmRoute();
    }
}
