package io.chom.portal.session;

import io.chom.tenants.identity.LogIns;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads nobody to a log-in that does not answer: a page of the brand says so instead. Who is logged in goes on. */
class LogInDoor extends OncePerRequestFilter {

    private static final String RETRY_SECONDS = "5";

    private final LogIns logIns;

    LogInDoor(LogIns logIns) {
        this.logIns = logIns;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(BrandLogInRequests.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (logIns.possible(ServedBrand.of(request).host())) {
            chain.doFilter(request, response);
        } else {
            askLater(response);
        }
    }

    /** Says that nobody can log in now, and begins the log-in again after a while; where the person wanted to go is kept. */
    static void askLater(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.setHeader("Refresh", RETRY_SECONDS + "; url=" + BrandLogInRequests.PATH);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
