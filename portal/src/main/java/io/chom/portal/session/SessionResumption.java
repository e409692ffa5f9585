package io.chom.portal.session;

import io.chom.tenants.tenancy.HostName;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.Engine;
import org.apache.catalina.Manager;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Goes on with a session whose process is gone, when its browser asks the application for anything here: nobody logs in
 * again because the portal was restarted, and the identity provider is not asked. The session keeps its id, so that
 * requests that come at the same time find the same one; only the name of the process behind it changes. A page that was
 * open does not live on: it learns from its first answer that it has to load itself again.
 */
@Component
@Order(SessionResumption.AFTER_PLANTED_COOKIES)
class SessionResumption implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final int AFTER_PLANTED_COOKIES = PlantedCookies.ORDER + 1;

    private static final Logger LOG = LoggerFactory.getLogger(SessionResumption.class);
    private static final Pattern ID = Pattern.compile("[0-9A-F]{32}(\\.[A-Za-z0-9-]+)?");
    private static final String APPLICATION = "/app";

    private final KnownLogIns logIns;
    private final Sessions sessions;

    SessionResumption(KnownLogIns logIns, Sessions sessions) {
        this.logIns = logIns;
        this.sessions = sessions;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextValves(new Resumption());
    }

    /** Before anything asks for the session. */
    private final class Resumption extends ValveBase {

        private Resumption() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            String id = request.getRequestedSessionId();
            if (id != null
                    && isForApplication(request)
                    && ID.matcher(id).matches()
                    && manager(request).findSession(id) == null) {
                String secret = SessionRoute.secretOf(id);
                logIns.find(HostName.of(request.getServerName()), secret)
                        .filter(known -> !sessions.isEnding(known.signIn().handle()))
                        .ifPresent(known -> goOn(request, secret, known));
            }
            getNext().invoke(request, response);
        }

        private static boolean isForApplication(Request request) {
            String path = request.getRequestURI();
            return (path.equals(APPLICATION) || path.startsWith(APPLICATION + "/"))
                    && HostName.isValid(request.getServerName());
        }

        private void goOn(Request request, String secret, KnownLogIns.Known known) {
            String id = SessionRoute.idHere(secret, (Engine) request.getHost().getParent());
            synchronized (this) {
                if (!isHere(manager(request), id)) {
                    var http = manager(request).createSession(id).getSession();
                    OpenSession.again(sessions, http, known).begin();
                    LOG.debug("Session {} goes on here", known.signIn().handle());
                }
            }
            request.changeSessionId(id);
        }

        private static boolean isHere(Manager manager, String id) {
            try {
                return manager.findSession(id) != null;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static Manager manager(Request request) {
            return request.getContext().getManager();
        }
    }
}
