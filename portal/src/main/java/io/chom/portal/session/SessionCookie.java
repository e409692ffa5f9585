package io.chom.portal.session;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/**
 * The session's cookie belongs to one host: no {@code Domain}, and over HTTPS the {@code __Host-} prefix, with which a
 * browser refuses one that a sibling host has planted.
 */
@Component
class SessionCookie implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    private static final Duration IDLE = Duration.ofMinutes(30);

    private final boolean secure;

    SessionCookie(@Value("${chom.ui.public-url:http://{host}}") String publicUrl) {
        this.secure = publicUrl.startsWith("https:");
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        server.getSettings().getSession().setTimeout(IDLE);
        var cookie = server.getSettings().getSession().getCookie();
        cookie.setName(secure ? "__Host-session" : "session");
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setSameSite(Cookie.SameSite.LAX);
    }
}
