package io.chom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

class LogInFailedTest {

    private static final String NOT_ASKED = "authorization_request_not_found";

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void who_was_at_the_log_in_when_the_session_went_with_its_process_begins_again() throws IOException {
        request.setRequestedSessionId("0.ui-2");
        request.setRequestedSessionIdValid(false);

        failed(refusal(NOT_ASKED));

        assertThat(response.getRedirectedUrl()).isEqualTo("/app");
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() throws IOException {
        failed(refusal(NOT_ASKED));
        assertThat(response.getStatus()).isEqualTo(401);

        var again = new MockHttpServletResponse();
        request.setRequestedSessionId("of this process");
        request.setRequestedSessionIdValid(true);
        new LogInFailed().onAuthenticationFailure(request, again, refusal(NOT_ASKED));
        assertThat(again.getStatus()).isEqualTo(401);
    }

    @Test
    void while_nobody_answers_the_page_tries_again_by_itself() throws IOException {
        failed(new OAuth2AuthenticationException(new OAuth2Error("any"), new IOException("timed out")));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getHeader("Refresh")).isEqualTo("5; url=/log-in");
    }

    @Test
    void who_belongs_to_no_organisation_of_the_brand_is_told_so() throws IOException {
        failed(refusal(SessionSetUp.NO_MEMBERSHIP));
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getHeader("Refresh")).isNull();
    }

    private void failed(AuthenticationException failure) throws IOException {
        new LogInFailed().onAuthenticationFailure(request, response, failure);
    }

    private static OAuth2AuthenticationException refusal(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), code);
    }
}
