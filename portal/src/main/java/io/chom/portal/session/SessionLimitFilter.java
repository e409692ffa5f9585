package io.chom.portal.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before anybody asks who is logged in: a session that was ended or has reached a limit is none. What a page sends
 * without the person, its heartbeat and its push connection, does not keep a session open.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SessionLimitFilter extends OncePerRequestFilter {

    private static final Set<String> BY_ITSELF = Set.of("heartbeat", "push");

    private final Sessions sessions;

    SessionLimitFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional.ofNullable(request.getSession(false))
                .flatMap(OpenSession::of)
                .ifPresent(session -> check(session, request));
        chain.doFilter(request, response);
    }

    private void check(OpenSession session, HttpServletRequest request) {
        if (sessions.isOver(session)) {
            session.end();
        } else if (isByThePerson(request)) {
            session.seen(sessions.now());
        }
    }

    private static boolean isByThePerson(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || BY_ITSELF.stream().noneMatch(type -> query.contains("v-r=" + type));
    }
}
