package io.chom.tenants.tenancy.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.mail.Delivery;
import io.chom.tenants.platform.mail.Delivery.Delivered;
import io.chom.tenants.platform.mail.Delivery.Fault;
import io.chom.tenants.platform.mail.Delivery.Stopped;
import io.chom.tenants.platform.mail.Houses;
import io.chom.tenants.platform.mail.Letterhead;
import io.chom.tenants.platform.mail.Letterheads;
import io.chom.tenants.platform.mail.SmtpServer.Tls;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.ScriptedSmtp;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.senders.MailSenderSettings.OwnServer;
import io.chom.tenants.tenancy.senders.MailSenderSettings.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@TenantsTest
class MailSenderServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final EmailAddress ME = EmailAddress.of("ada@customer.example");
    private static final EmailAddress OWN = EmailAddress.of("mail@acme.example");

    @Autowired
    ApplicationContext context;

    @Autowired
    MailSenderService service;

    @Autowired
    MailSenders senders;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Letterheads letterheads;

    @Autowired
    CrossTenant platform;

    private final ScriptedSmtp server = new ScriptedSmtp();
    private final String password = UUID.randomUUID().toString();

    @BeforeEach
    void begin() {
        Houses.serve(context);
        as(Acme.RESELLER, service.reset());
        proof(acting -> senders.doubt(acting));
    }

    /** The brand is others’ too, who send the way of the installation. */
    @AfterEach
    void end() {
        server.close();
        as(Acme.RESELLER, service.reset());
    }

    @Test
    void goes_up_step_by_step() {
        assertThat(head().sender().name()).isEqualTo("Acme Hosting");
        assertThat(head().sender().replyTo()).isEqualTo(EmailAddress.of("help@acme.example"));
        assertThat(head().sender().address()).isNull();

        save(new MailSenderSettings("Acme Post", EmailAddress.of("office@acme.example"), OWN, null, null), null);
        assertThat(head().sender().name()).isEqualTo("Acme Post");
        assertThat(head().sender().replyTo()).isEqualTo(EmailAddress.of("office@acme.example"));
        assertThat(head().sender().address()).isNull();

        proof(acting -> senders.verify(acting, found("other.example")));
        assertThat(head().sender().address()).isNull();
        proof(acting -> senders.verify(acting, found("acme.example")));
        assertThat(head().sender().address()).isEqualTo(OWN);
        assertThat(as(Acme.RESELLER, service.settings()).verification().evidence())
                .contains("SIGNATURE");

        save(new MailSenderSettings(null, null, EmailAddress.of("mail@shop.acme.example"), null, null), null);
        assertThat(head().sender().address()).isNull();
        save(new MailSenderSettings(null, null, OWN, own(server.port(), Tls.OFFERED, null), null), null);
        assertThat(head().sender().server().port()).isEqualTo(server.port());
        proof(acting -> senders.doubt(acting));
        assertThat(head().sender().address()).isNull();
    }

    @Test
    void a_password_is_sealed_shown_to_nobody_and_stays_with_its_server_and_user() {
        var settings = new MailSenderSettings(null, null, null, own(587, Tls.STARTTLS, "ada"), null);
        MailSenderSettings saved = save(settings, password);

        assertThat(saved.toString() + head()).doesNotContain(password);
        assertThat(stored()).isNotEmpty().doesNotContain(password);
        assertThat(head().sender().server().login().password()).isEqualTo(password);

        save(new MailSenderSettings("Other", null, null, own(587, Tls.IMPLICIT, "ada"), null), null);
        assertThat(head().sender().server().login().password()).isEqualTo(password);
        for (OwnServer other : new OwnServer[] {
            own(588, Tls.STARTTLS, "ada"),
            own(587, Tls.STARTTLS, "eve"),
            new OwnServer("evil.example", 587, Tls.STARTTLS, "ada")
        }) {
            var stolen = new MailSenderSettings(null, null, null, other, null);
            assertThatThrownBy(() -> save(stolen, null)).hasMessageContaining("password-missing");
        }
        save(new MailSenderSettings(null, null, null, own(587, Tls.OFFERED, null), null), null);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_row_that_is_moved_to_another_owner_does_not_open() {
        save(new MailSenderSettings(null, null, null, own(587, Tls.STARTTLS, "ada"), null), password);
        platform.one(
                        Purpose.routine("test"),
                        all -> all.sql("""
                        insert into tenancy.mail_sender (tenant_id, reseller_id, host, port, tls, login_user, login_sealed)
                        select :to, :to, host, port, tls, login_user, login_sealed
                          from tenancy.mail_sender where tenant_id = :from
                        on conflict (tenant_id) do update set host = excluded.host, port = excluded.port,
                            tls = excluded.tls, login_user = excluded.login_user, login_sealed = excluded.login_sealed
                        """)
                                .bind("to", Nimbus.ID.value())
                                .bind("from", Acme.ID.value())
                                .fetch()
                                .rowsUpdated())
                .block(PATIENCE);

        assertThatThrownBy(() -> letterheads.of(Nimbus.ID).block(PATIENCE))
                .hasMessageContaining("another chom.seal.key");
        as(Nimbus.RESELLER, service.reset());
        assertThat(letterheads.of(Nimbus.ID).block(PATIENCE)).isNotNull();
    }

    @Test
    void the_test_mail_goes_through_the_servers_of_the_owner() {
        save(new MailSenderSettings(null, null, null, own(server.port(), Tls.OFFERED, null), null), null);

        assertThat(tried()).isEqualTo(new Delivered("250 2.0.0 taken"));
        assertThat(server.taken())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Subject: Sending mail works", "From: Acme Hosting <no-reply@acme.localhost>"));
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 who are you, SENDER_REFUSED, 550",
        "RCPT, 550 5.1.1 no such user, RECIPIENT_REFUSED, 550",
        "DATA, 451 4.3.0 later, MESSAGE_REFUSED, 451",
        "., 554 5.6.0 not this one, MESSAGE_REFUSED, 554",
        "hello, 554 not for you, CONNECTION_LOST, 0",
        "EHLO, '', TIMED_OUT, 0"
    })
    void the_test_mail_tells_where_it_stopped(String command, String reply, Fault fault, int code) {
        save(new MailSenderSettings(null, null, null, own(server.port(), Tls.OFFERED, null), null), null);
        server.say(command, reply);

        assertThat(tried()).isInstanceOfSatisfying(Stopped.class, stopped -> {
            assertThat(stopped.fault()).isEqualTo(fault);
            assertThat(stopped.code()).isEqualTo(code);
            assertThat(stopped.sentence()).startsWith(code == 0 ? "" : reply);
        });
    }

    @Test
    void the_test_mail_tells_of_names_doors_and_keys() {
        var nowhere = new OwnServer("no-such-name.invalid", 25, Tls.OFFERED, null);
        save(new MailSenderSettings(null, null, null, nowhere, null), null);
        assertThat(fault()).isEqualTo(Fault.NAME_UNKNOWN);

        for (String inside : new String[] {"10.0.0.1", "169.254.169.254", "[::ffff:10.0.0.1]", "192.168.1.1"}) {
            save(new MailSenderSettings(null, null, null, new OwnServer(inside, 25, Tls.OFFERED, null), null), null);
            assertThat(tried()).isEqualTo(new Stopped(Fault.CONNECTION_REFUSED, 0, ""));
        }

        save(new MailSenderSettings(null, null, null, own(server.port(), Tls.STARTTLS, null), null), null);
        assertThat(fault()).isEqualTo(Fault.TLS_FAILED);

        int closed = server.port();
        server.close();
        save(new MailSenderSettings(null, null, null, own(closed, Tls.OFFERED, null), null), null);
        assertThat(tried()).isEqualTo(new Stopped(Fault.CONNECTION_REFUSED, 0, ""));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_trusted() {
        var tls = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        tls.start();
        try {
            var own = own(tls.getSmtps().getPort(), Tls.IMPLICIT, "ada");
            save(new MailSenderSettings(null, null, null, own, null), password);

            assertThat(fault()).isEqualTo(Fault.TLS_FAILED);
            assertThat(tls.getReceivedMessages()).isEmpty();
        } finally {
            tls.stop();
        }
    }

    @Test
    void what_the_server_says_is_one_harmless_line() {
        save(new MailSenderSettings(null, null, null, own(server.port(), Tls.OFFERED, null), null), null);
        server.say("RCPT", "550-5.1.1 <script>\u0007\u202E\r\n550 5.1.1 " + "x".repeat(900));

        assertThat(tried())
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped -> assertThat(stopped.sentence())
                                .hasSizeLessThanOrEqualTo(300)
                                .doesNotContain("\r", "\n", "\u0007", "\u202E"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme\r\nBcc: all@evil.example",
                "Acme\nX: y",
                "Acme\u0000",
                "Acme\u202Eevil",
                "Acme\u200B",
                "Acme\u2028x",
                " Acme",
                "Acme  Hosting",
                "",
                "\t",
                "\uD83D"
            })
    void a_name_is_one_visible_line(String name) {
        assertThatThrownBy(() -> new MailSenderSettings(name, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example, c@d.example",
                "<a@b.example>",
                "a b@c.example",
                "ü@b.example"
            })
    void an_address_is_one_address(String address) {
        assertThatThrownBy(() -> EmailAddress.of(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_owners_and_admins_of_the_brand_may() {
        var member = new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "test|member", Set.of("member")));
        for (Acting other : new Acting[] {member, Acme.BAKERY}) {
            assertThatThrownBy(() -> as(other, service.settings())).hasMessageContaining("forbidden");
            assertThatThrownBy(() -> as(other, service.reset())).hasMessageContaining("forbidden");
            assertThatThrownBy(() -> as(other, service.test(ME))).hasMessageContaining("forbidden");
        }
    }

    private static OwnServer own(int port, Tls tls, @Nullable String user) {
        return new OwnServer("127.0.0.1", port, tls, user);
    }

    private MailSenderSettings save(MailSenderSettings settings, @Nullable String secret) {
        return as(Acme.RESELLER, service.save(settings, secret));
    }

    private Letterhead head() {
        return letterheads.of(Acme.ID).block(PATIENCE);
    }

    private Delivery tried() {
        return as(Acme.RESELLER, service.test(ME));
    }

    private Fault fault() {
        return ((Stopped) tried()).fault();
    }

    private String stored() {
        return platform.one(
                        Purpose.routine("test"),
                        all -> all.sql("select coalesce(login_sealed, '') as sealed from tenancy.mail_sender"
                                        + " where tenant_id = :id")
                                .bind("id", Acme.ID.value())
                                .map(row -> new String(row.get("sealed", byte[].class), StandardCharsets.ISO_8859_1))
                                .one())
                .block(PATIENCE);
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
    }

    private static Verification found(String domain) {
        return new Verification(HostName.of(domain), Instant.now(), "SIGNATURE PASSED");
    }

    private void proof(Function<Acting, Mono<Void>> work) {
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        as(job, work.apply(job).as(transactions::transactional));
    }
}
