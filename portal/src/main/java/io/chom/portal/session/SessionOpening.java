package io.chom.portal.session;

import io.chom.portal.account.Device;
import io.chom.portal.shell.ColorMode;
import io.chom.tenants.tenancy.PublicPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What happens at a log-in: the session is kept in mind, and the browser learns the colours that the person has chosen. */
@Component
class SessionOpening {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Sessions sessions;
    private final Clock clock;
    private final PublicPlaces places;

    SessionOpening(Sessions sessions, Clock clock, PublicPlaces places) {
        this.sessions = sessions;
        this.clock = clock;
        this.places = places;
    }

    /** Published after the session has got its new id and before the answer is sent. */
    @EventListener
    void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof PortalUser user
                && RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes exchange) {
            open(user, exchange.getRequest());
            user.colors().ifPresent(mode -> paint(mode, user, exchange.getResponse()));
        }
    }

    private void open(PortalUser user, HttpServletRequest request) {
        var device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        new OpenSession(sessions, request.getSession(), user, device, clock.instant()).begin();
    }

    /** The screen's own script changes this cookie too, so it is not hidden from scripts. */
    private void paint(ColorMode mode, PortalUser user, HttpServletResponse response) {
        boolean secure = "https".equals(places.portal().on(user.host()).getScheme());
        var cookie = ResponseCookie.from(ColorMode.COOKIE, mode.attribute())
                .path("/")
                .maxAge(YEAR)
                .sameSite("Lax")
                .secure(secure)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
