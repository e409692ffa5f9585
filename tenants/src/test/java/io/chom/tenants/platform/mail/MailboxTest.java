package io.chom.tenants.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.TenantsApplication;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.domains.DomainFailing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a transaction to the embedded mailbox, with nothing but what a started program has. */
@TenantsTest
@SpringBootTest(
        classes = TenantsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "chom.embedded.data-dir=target/embedded-mailbox",
            "chom.embedded.ports=free",
            "chom.embedded.parts=postgres,kafka,mailbox",
            "chom.embedded.postgres.fast=true"
        })
@DirtiesContext
class MailboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Mails mails;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    ApplicationContext context;

    @Autowired
    Environment settings;

    @Test
    void a_mail_goes_from_its_transaction_to_the_mailbox() throws Exception {
        Houses.serve(context);
        var mail = new DomainFailing(
                HostName.of("shop.example"),
                List.of("CNAME", "TXT"),
                Instant.parse("2026-12-01T10:00:00Z"),
                "Acme Hosting",
                false);

        As.one(transactions, Acme.RESELLER, mails.send(mail, EmailAddress.of("ada@customer.example"), Locale.GERMAN));

        await().atMost(PATIENCE).until(() -> json("/api/messages").size() == 1);
        JsonNode message =
                json("/api/messages/" + json("/api/messages").get(0).get("id").asString());
        assertThat(message.get("subject").asString()).isEqualTo("shop.example braucht Ihre Hilfe");
        assertThat(message.get("from").asString()).isEqualTo("Acme Hosting <no-reply@acme.localhost>");
        assertThat(message.get("text").asString()).contains("CNAME und TXT", "1. Dezember 2026, 10:00 UTC");
        assertThat(message.get("html").asString()).contains("lang=\"de\"", "/app/domains");
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        URI address = URI.create(settings.getRequiredProperty("chom.embedded.mailbox-url") + path);
        try (var client = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }
}
