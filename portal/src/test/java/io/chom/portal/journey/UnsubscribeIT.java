package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page behind a mail’s way to end its kind, as strangers without a good link see it. */
@Tag("servers")
class UnsubscribeIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final int PORT = URI.create(PORTAL.ui("acme")).getPort();

    @Test
    void a_link_that_is_not_ours_gets_a_branded_answer_in_the_readers_language() {
        var answer = RawHttp.send(
                PORT,
                "GET /mail/leave?t=x HTTP/1.1",
                "Host: acme.localhost:" + PORT,
                "Accept-Language: de-AT,de;q=0.9");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .contains("<html lang=\"de\"", "Dieser Link gilt nicht", "alt=\"Acme Hosting\"")
                .doesNotContain("<form");
        assertThat(answer.headers()).doesNotContainKey("set-cookie").containsEntry("cache-control", "no-store");
    }

    @Test
    void one_click_without_a_good_link_changes_nothing_and_needs_no_log_in() {
        var answer = RawHttp.send(
                PORT,
                "POST /mail/leave?t=x HTTP/1.1",
                "Host: acme.localhost:" + PORT,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 0");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("This link does not work");
    }
}
