package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.support.containers.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the queue to the mailbox, and from the mail to the page where its kind is ended. */
@Tag("servers")
class UnsubscribeIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final int PORT = URI.create(PORTAL.ui("acme")).getPort();

    @Test
    void who_follows_the_link_is_asked_and_one_click_ends_the_kind() throws Exception {
        assumeThat(Servers.wanted()).as("the mailbox is embedded").isFalse();
        String address = "ada." + UUID.randomUUID() + "@customer.example";
        queue(address);
        await().atMost(Duration.ofMinutes(1)).until(() -> !mails(address).isEmpty());
        JsonNode mail = json("/api/messages/" + mails(address).getFirst());
        String link = link(mail.get("headers").toString());

        var asked = RawHttp.send(PORT, "GET " + link + " HTTP/1.1", "Host: acme.localhost:" + PORT);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body())
                .contains("<html lang=\"de\"", "Diese Nachrichten beenden?", address, "<form method=\"post\"")
                .doesNotContainIgnoringCase("chom");
        assertThat(wishes(address)).isZero();

        var elsewhere = click(link, "nimbus.localhost");
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(wishes(address)).isZero();

        assertThat(click(link, "acme.localhost").status()).isEqualTo(200);
        assertThat(click(link, "acme.localhost").body()).contains("Sie bekommen keine dieser Nachrichten mehr");
        assertThat(wishes(address)).isOne();
        assertThat(mail.get("html").asString()).contains("Acme Hosting").doesNotContainIgnoringCase("chom");
    }

    private static RawHttp.Answer click(String link, String host) {
        return RawHttp.post(
                PORT,
                "List-Unsubscribe=One-Click",
                "POST " + link + " HTTP/1.1",
                "Host: " + host + ":" + PORT,
                "Content-Type: application/x-www-form-urlencoded");
    }

    /** None of our kinds can be ended yet, so this one is put where the program puts its own. */
    private static void queue(String address) throws SQLException {
        PORTAL.database().run("""
                insert into platform.mail (id, tenant_id, reseller_id, kind, transactional, recipient, language, contents,
                                           created_at, due_at, give_up_at)
                select gen_random_uuid(), tenant_id, reseller_id, 'test', false, '%s', 'de',
                       '{"values":["Acme Hosting"],"facts":[],"place":null}', now(), now(), now() + interval '1 hour'
                  from tenancy.tenant where slug = 'acme' and kind = 'reseller'
                """.formatted(address));
    }

    private static long wishes(String address) throws SQLException {
        return PORTAL.database().count("platform.mail_opt_out where address = '" + address + "'");
    }

    private static List<String> mails(String address) throws IOException, InterruptedException {
        return json("/api/messages")
                .valueStream()
                .filter(one -> one.get("to").toString().contains(address))
                .map(one -> one.get("id").asString())
                .toList();
    }

    private static String link(String headers) {
        var found = Pattern.compile("(/mail/leave\\?t=[\\w=-]+)>").matcher(headers.replaceAll("\\\\r|\\\\n|\\s", ""));
        assertThat(found.find()).as(headers).isTrue();
        return found.group(1);
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(PORTAL.mailbox() + path));
            return JsonMapper.shared()
                    .readTree(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }

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
