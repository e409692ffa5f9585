package io.chom.portal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * A log-in that did not work out becomes a page in the brand that says what to do. One whose beginning went with its
 * process begins again: the identity provider knows the person by now and does not ask a second time.
 */
class LogInFailed implements AuthenticationFailureHandler {

    private static final int DEEPEST_CAUSE = 10;
    private static final String APPLICATION = "/app";

    /** Said by the framework of an answer to a question that this session has not asked. */
    private static final String NOT_ASKED = "authorization_request_not_found";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (isOutage(failure)) {
            LogInDoor.askLater(response);
        } else if (is(failure, NOT_ASKED) && hadSession(request)) {
            response.sendRedirect(APPLICATION);
        } else {
            response.sendError(
                    is(failure, SessionSetUp.NO_MEMBERSHIP)
                            ? HttpServletResponse.SC_FORBIDDEN
                            : HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** Nothing was refused: somebody who had to be asked did not answer. */
    private static boolean isOutage(AuthenticationException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return is(failure, SessionSetUp.UNAVAILABLE);
    }

    /** Who never had one would be sent round in circles: the browser takes no cookies, or somebody else sent it here. */
    private static boolean hadSession(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static boolean is(AuthenticationException failure, String code) {
        return failure instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals(code);
    }
}
