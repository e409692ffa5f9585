package io.chom.portal.session;

import io.chom.tenants.tenancy.HostName;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Messages and sockets of the application come from its own pages: a browser says where a request comes from, and a page
 * of another host is refused. The cookie alone does not see to that, because brands on hosts of one domain are the same
 * site to a browser.
 */
class SameOrigin extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null
                || host(origin).filter(ServedBrand.of(request).host()::equals).isPresent()) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static Optional<HostName> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost())
                    .filter(HostName::isValid)
                    .map(HostName::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
