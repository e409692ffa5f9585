package io.chom.portal.session;

import io.chom.tenants.tenancy.Maintenance;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** While its brand is closed for maintenance, a visitor gets a page that says so and opens by itself afterwards. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class MaintenanceFilter extends OncePerRequestFilter {

    private static final String END = MaintenanceFilter.class.getName();

    /** A page that waits for hours would miss that it was over sooner. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Maintenance maintenance;
    private final Clock clock;

    MaintenanceFilter(Maintenance maintenance, Clock clock) {
        this.maintenance = maintenance;
        this.clock = clock;
    }

    /** How long the brand of this request is closed yet; empty if that is not why it fails. */
    public static Optional<Duration> left(HttpServletRequest request) {
        return Optional.ofNullable((Duration) request.getAttribute(END));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Instant> end = PublicPolicy.isFile(request.getRequestURI())
                ? Optional.empty()
                : ServedBrand.find(request).flatMap(brand -> maintenance.closedUntil(brand.owner()));
        if (end.isPresent()) {
            close(request, response, Duration.between(clock.instant(), end.get()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void close(HttpServletRequest request, HttpServletResponse response, Duration left)
            throws IOException {
        request.setAttribute(END, left);
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds(left));
        if (request.getMethod().equals("GET")) {
            response.setHeader("Refresh", seconds(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN));
        }
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private static String seconds(Duration time) {
        return String.valueOf(Math.max(1, time.toSeconds()));
    }

    /** The page that says so is one. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
