package io.chom.portal.session;

import io.chom.tenants.platform.Uuids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request of a browser an id, which its answer and its log line carry. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestLogFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLogFilter.class);
    private static final String ID = RequestLogFilter.class.getName() + ".id";

    /** The id of a request, by which support finds it. */
    public static String idOf(ServletRequest request) {
        return request.getAttribute(ID) instanceof String id ? id : "-";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = Uuids.next().toString();
        request.setAttribute(ID, id);
        response.setHeader("X-Request-Id", id);
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            note(request, response, System.nanoTime() - began);
        }
    }

    private static void note(HttpServletRequest request, HttpServletResponse response, long nanos) {
        LOG.atInfo()
                .addKeyValue("request_id", idOf(request))
                .addKeyValue(
                        "tenant",
                        ServedBrand.find(request)
                                .map(brand -> brand.owner().slug())
                                .orElse("-"))
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", PreviewAddress.unkeyed(request.getRequestURI()))
                .addKeyValue("status", response.getStatus())
                .addKeyValue("duration_ms", Duration.ofNanos(nanos).toMillis())
                .log("request");
    }
}
