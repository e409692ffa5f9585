package io.chom.portal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** A log-in that did not work out becomes a page in the brand that says what to do. */
class LogInFailed implements AuthenticationFailureHandler {

    private static final int DEEPEST_CAUSE = 10;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (isOutage(failure)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, LogInDoor.RETRY_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
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

    private static boolean is(AuthenticationException failure, String code) {
        return failure instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals(code);
    }
}
