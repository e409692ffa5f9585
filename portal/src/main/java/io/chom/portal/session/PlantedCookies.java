package io.chom.portal.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.Engine;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.SessionConfig;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A sibling host can plant a second session cookie in the browser, where the prefix {@code __Host-} does not forbid it,
 * and the server would take whichever comes first. Among several, only a session counts that was opened on this very
 * host; when two were, nobody can tell whose the browser is, and none counts. Nor does any when one may belong to another
 * process of this portal, which alone could tell.
 */
@Component
@Order(PlantedCookies.ORDER)
class PlantedCookies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** The first to say which session counts. */
    static final int ORDER = 0;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextValves(new Choice());
    }

    /** Before anything asks for the session. */
    private static final class Choice extends ValveBase {

        private Choice() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            List<String> ids = ids(request);
            if (ids.size() > 1) {
                choose(request, ids);
            }
            getNext().invoke(request, response);
        }

        private static List<String> ids(Request request) {
            String name = SessionConfig.getSessionCookieName(request.getContext());
            Cookie[] cookies = request.getCookies();
            return Stream.of(cookies == null ? new Cookie[0] : cookies)
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(Cookie::getValue)
                    .distinct()
                    .toList();
        }

        private static void choose(Request request, List<String> ids) throws IOException {
            String own = null;
            for (String id : ids) {
                if (isElsewhere(request, id)) {
                    request.setRequestedSessionId(null);
                    return;
                }
                if (isOpenOn(
                        request.getServerName(),
                        request.getContext().getManager().findSession(id))) {
                    if (own != null) {
                        request.setRequestedSessionId(null);
                        return;
                    }
                    own = id;
                }
            }
            if (own != null) {
                request.setRequestedSessionId(own);
            }
        }

        private static boolean isElsewhere(Request request, String id) {
            String route = ((Engine) request.getHost().getParent()).getJvmRoute();
            return route != null && id.contains(".") && !id.endsWith("." + route);
        }

        private static boolean isOpenOn(String host, @Nullable Session session) {
            return Optional.ofNullable(session)
                    .filter(Session::isValid)
                    .flatMap(one -> OpenSession.of(one.getSession()))
                    .filter(one -> one.isOn(host))
                    .isPresent();
        }
    }
}
