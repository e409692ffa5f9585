package io.chom.tenants.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.platform.egress.GuardedAddresses;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.ScriptedSmtp;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.Brands;
import io.chom.theming.DemoBrands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@TenantsTest
class MailRoundTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<[^>]+>)$");

    @Autowired
    ApplicationContext context;

    @Autowired
    Mails mails;

    @Autowired
    CrossTenant platform;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    SuppressionService suppressions;

    private final ScriptedSmtp server = new ScriptedSmtp();
    private final MovableClock clock = new MovableClock(Instant.now().plusSeconds(5));
    private final String run = Uuids.next().toString();

    record Tried(String what, boolean transactional) implements Mail {

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public List<MailValue> values() {
            return List.of(MailValue.of(what));
        }
    }

    record Row(String state, String reason, String messageId, int attempts, Instant due) {}

    @BeforeEach
    void begin() {
        Houses.serve(context);
        platform.one(
                        Purpose.routine("test"),
                        all -> all.sql("delete from platform.mail").fetch().rowsUpdated())
                .block(PATIENCE);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @RepeatedTest(20)
    void sends_what_was_committed_once() {
        MailId id = queue(Acme.BAKERY, "ada");
        Row sent = afterRound(id);

        assertThat(sent.state()).isEqualTo("sent");
        assertThat(sent.reason()).contains("2.0.0 taken");
        assertThat(server.taken())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("From: Acme Hosting <no-reply@acme.localhost>", "To: " + address("ada"))
                        .contains("Reply-To: help@acme.example", "Message-ID: " + sent.messageId())
                        .contains("Auto-Submitted: auto-generated", "multipart/alternative", "http://acme.localhost")
                        .doesNotContain("List-Unsubscribe"));
        assertThat(server.commands()).anyMatch("EHLO acme.localhost"::equals);
        assertThat(round().send().block(PATIENCE)).isZero();
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void never_sends_what_was_rolled_back_or_queued_outside_of_a_transaction() {
        assertThatThrownBy(() -> As.one(
                        transactions,
                        Acme.BAKERY,
                        mails.send(new Tried("x", true), address("ada"))
                                .then(Mono.error(new IllegalStateException("on purpose")))))
                .hasMessage("on purpose");
        assertThatThrownBy(() -> mails.send(new Tried("x", true), address("ada"))
                        .contextWrite(TenantContext.as(Acme.BAKERY))
                        .block(PATIENCE))
                .isInstanceOf(IllegalStateException.class);

        assertThat(round().send().block(PATIENCE)).isZero();
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void goes_out_in_the_brand_of_now() {
        queue(Nimbus.STUDIO, "ada");
        context.getBean(Brands.class)
                .publish(DemoBrands.nimbus()
                        .withContact(DemoBrands.nimbus().contact().withSenderName("Nimbus, renamed")))
                .contextWrite(TenantContext.as(Nimbus.RESELLER))
                .block(PATIENCE);
        round().send().block(PATIENCE);

        assertThat(server.taken())
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("From: \"Nimbus, renamed\" <no-reply@nimbus.localhost>"));
    }

    @Test
    void sends_again_under_the_same_id_after_a_crash_between_sending_and_noting() {
        MailId id = queue(Acme.BAKERY, "ada");
        var crashing = round(parcel -> postman().deliver(parcel).then(Mono.error(new IllegalStateException("crash"))));
        crashing.send().block(PATIENCE);

        assertThat(row(id).state()).isEqualTo("queued");
        assertThat(round().send().block(PATIENCE)).isZero();
        clock.move(MailQueue.LEASE.plusSeconds(1));
        assertThat(afterRound(id).state()).isEqualTo("sent");
        assertThat(server.taken()).hasSize(2);
        assertThat(messageIds()).containsOnly(row(id).messageId());
    }

    @Test
    void who_was_taken_for_dead_notes_nothing() {
        MailId id = queue(Acme.BAKERY, "ada");
        var slow = round(parcel -> Mono.fromRunnable(() -> clock.move(MailQueue.LEASE.plusSeconds(1)))
                .then(round().send())
                .then(Mono.just(new Delivery.Stopped(Delivery.Fault.MESSAGE_REFUSED, 554, "late"))));
        slow.send().block(PATIENCE);

        assertThat(row(id).state()).isEqualTo("sent");
    }

    @Test
    void two_workers_never_send_one_row_twice() {
        for (int at = 0; at < 40; at++) {
            queue(at % 2 == 0 ? Acme.BAKERY : Nimbus.STUDIO, "many" + at);
        }
        Long handled = Flux.range(0, 4)
                .flatMap(
                        worker -> round().send().repeat(9).reduce(0L, Long::sum).subscribeOn(Schedulers.parallel()))
                .reduce(0L, Long::sum)
                .block(PATIENCE);

        assertThat(handled).isEqualTo(40);
        assertThat(server.taken()).hasSize(40);
        assertThat(messageIds()).doesNotHaveDuplicates();
    }

    @Test
    void tries_again_later_and_later_and_gives_up_in_the_end() {
        server.say("MAIL", "451 4.3.0 not now");
        MailId id = queue(Acme.BAKERY, "ada");
        List<Duration> waits = new ArrayList<>();
        for (Row row = afterRound(id); row.state().equals("queued"); row = afterRound(id)) {
            assertThat(row.reason()).isEqualTo("sender refused: 451 4.3.0 not now");
            waits.add(Duration.between(clock.instant(), row.due()));
            clock.move(waits.getLast().plusMillis(1));
        }

        assertThat(row(id).state()).isEqualTo("failed");
        assertThat(waits).hasSizeBetween(15, 30).allMatch(wait -> wait.compareTo(Duration.ofMinutes(289)) < 0);
        assertThat(waits.getFirst()).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        assertThat(waits.get(3)).isBetween(Duration.ofSeconds(192), Duration.ofSeconds(288));
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(47), Duration.ofHours(49));
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void an_address_that_does_not_exist_gets_no_more_mails_of_this_brand() {
        server.say("RCPT", "550 5.1.1 no such user");
        MailId first = queue(Acme.BAKERY, "gone");
        assertThat(afterRound(first).state()).isEqualTo("failed");
        server.relent();

        MailId second = queue(Acme.FLORIST, "gone");
        assertThat(afterRound(second).state()).isEqualTo("suppressed");
        MailId other = queue(Nimbus.STUDIO, "gone");
        assertThat(afterRound(other).state()).isEqualTo("sent");
        assertThat(suppressed()).singleElement().satisfies(one -> {
            assertThat(one.hard()).isTrue();
            assertThat(one.endsAt()).isNull();
            assertThat(one.sentence()).contains("no such user");
        });

        suppressions
                .lift(address("gone"))
                .contextWrite(TenantContext.as(Acme.RESELLER))
                .block(PATIENCE);
        assertThat(suppressed()).isEmpty();
        assertThat(afterRound(queue(Acme.BAKERY, "gone")).state()).isEqualTo("sent");
    }

    @Test
    void a_refusal_that_is_about_us_suppresses_nobody() {
        server.say("RCPT", "554 5.7.1 relay access denied");
        assertThat(afterRound(queue(Acme.BAKERY, "policy")).state()).isEqualTo("failed");

        assertThat(suppressed()).isEmpty();
    }

    @Test
    void an_address_that_is_full_rests_after_three_mails_in_a_row() {
        server.say("RCPT", "452 4.2.2 mailbox full");
        for (int mail = 1; mail <= 3; mail++) {
            assertThat(suppressed()).isEmpty();
            MailId id = queue(Acme.BAKERY, "full");
            clock.move(Duration.ofDays(3));
            assertThat(afterRound(id).state()).isEqualTo("failed");
        }
        server.relent();

        assertThat(suppressed())
                .singleElement()
                .satisfies(one -> assertThat(one.hard()).isFalse());
        assertThat(afterRound(queue(Acme.BAKERY, "full")).state()).isEqualTo("suppressed");
        clock.move(Duration.ofDays(15));
        assertThat(afterRound(queue(Acme.BAKERY, "full")).state()).isEqualTo("sent");
        assertThat(suppressed()).isEmpty();
    }

    @Test
    void a_server_that_says_nothing_is_left_after_a_while() {
        server.say("hello", ScriptedSmtp.SILENCE);
        MailId id = queue(Acme.BAKERY, "ada");

        assertThat(afterRound(id).reason()).isEqualTo("timed out");
    }

    @Test
    void who_has_left_a_kind_gets_none_of_it_but_everything_else() {
        queue(Acme.BAKERY, "leaver", false);
        round().send().block(PATIENCE);
        String mail = server.taken().getFirst();
        var link = Pattern.compile("List-Unsubscribe: +<(http://acme\\.localhost:?\\d*/mail/leave\\?t=)([^>]+)>")
                .matcher(mail.replaceAll("\n[ \t]+", " "));
        assertThat(link.find()).isTrue();
        assertThat(mail).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");

        var leaving = context.getBean(Unsubscribing.class);
        String token = link.group(2).replace(" ", "");
        assertThat(leaving.read(Nimbus.ID, token)).isEmpty();
        assertThat(leaving.read(Acme.ID, token.substring(0, token.length() - 4) + "AAAA"))
                .isEmpty();
        assertThat(leaving.read(Acme.ID, "")).isEmpty();
        assertThat(token).doesNotContain("leaver");
        for (int click = 0; click < 2; click++) {
            assertThat(leaving.leave(Acme.ID, token).block(PATIENCE))
                    .isEqualTo(new Unsubscribing.Wish(address("leaver"), "test", Locale.ENGLISH));
        }
        assertThatThrownBy(() -> leaving.leave(Nimbus.ID, token).block(PATIENCE))
                .hasMessageContaining("not-found");

        assertThat(afterRound(queue(Acme.BAKERY, "leaver", false)).state()).isEqualTo("suppressed");
        assertThat(afterRound(queue(Acme.BAKERY, "leaver", true)).state()).isEqualTo("sent");
        assertThat(afterRound(queue(Nimbus.STUDIO, "leaver", false)).state()).isEqualTo("sent");
    }

    @Test
    void forgets_whose_mails_they_were() {
        MailId id = queue(Acme.BAKERY, "ada");
        afterRound(id);
        var table = context.getBean(MailQueue.class);

        assertThat(table.clear(clock.instant().minusSeconds(1)).block(PATIENCE)).isZero();
        assertThat(table.clear(clock.instant().plusSeconds(1)).block(PATIENCE)).isOne();
    }

    private MailId queue(Acting acting, String to) {
        return queue(acting, to, true);
    }

    private MailId queue(Acting acting, String to, boolean transactional) {
        return As.one(transactions, acting, mails.send(new Tried("x", transactional), address(to)));
    }

    private EmailAddress address(String name) {
        return EmailAddress.of(name + "." + run + "@customer.example");
    }

    private Row afterRound(MailId id) {
        round().send().block(PATIENCE);
        return row(id);
    }

    private MailRound round() {
        return round(postman());
    }

    private MailRound round(Postman postman) {
        return new MailRound(
                context.getBean(MailQueue.class),
                context.getBean(Letterheads.class),
                context.getBean(Dispatch.class),
                postman,
                context.getBean(SuppressionTable.class),
                context.getBean(OptOuts.class),
                platform,
                new Patience(new Random(1)),
                clock);
    }

    private Postman postman() {
        var settings = new MailProperties(server.url(), "no-reply@{host}", Duration.ofDays(2), Duration.ofSeconds(2));
        return new SmtpPostman(new HouseServer(settings), context.getBean(GuardedAddresses.class), settings);
    }

    private List<Suppression> suppressed() {
        var all = suppressions
                .list(null)
                .filter(one -> one.address().value().contains(run))
                .contextWrite(TenantContext.as(Acme.RESELLER))
                .collectList()
                .block(PATIENCE);
        return all == null ? List.of() : all;
    }

    private List<String> messageIds() {
        return server.taken().stream()
                .flatMap(mail -> MESSAGE_ID.matcher(mail).results())
                .map(found -> found.group(1))
                .toList();
    }

    private Row row(MailId id) {
        return platform.one(
                        Purpose.routine("test"),
                        all -> all.sql("select * from platform.mail where id = :id")
                                .bind("id", id.value())
                                .map(row -> new Row(
                                        row.get("state", String.class),
                                        row.get("reason", String.class),
                                        "<" + row.get("message_id", String.class) + ">",
                                        row.get("attempts", Integer.class),
                                        row.get("due_at", Instant.class)))
                                .one())
                .block(PATIENCE);
    }
}
