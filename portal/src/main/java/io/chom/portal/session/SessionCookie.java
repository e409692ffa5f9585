package io.chom.portal.session;

import io.chom.tenants.tenancy.PublicPlaces;
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

    private final boolean secure;
    private final SessionProperties limits;

    SessionCookie(PublicPlaces places, SessionProperties limits) {
        this.limits = limits;
        this.secure = places.portal().isSecure();
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        server.getSettings().getSession().setTimeout(limits.idle());
        var cookie = server.getSettings().getSession().getCookie();
        cookie.setName(secure ? "__Host-session" : "session");
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setSameSite(Cookie.SameSite.LAX);
    }
}
