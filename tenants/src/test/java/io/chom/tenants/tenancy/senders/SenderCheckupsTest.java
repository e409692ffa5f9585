package io.chom.tenants.tenancy.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.Delivery.Delivered;
import io.chom.tenants.platform.mail.Houses;
import io.chom.tenants.platform.mail.Letterheads;
import io.chom.tenants.platform.mail.Mails;
import io.chom.tenants.platform.mail.SmtpServer.Tls;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.ScriptedSmtp;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HouseMails;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.tenancy.dns.RequiredRecord.Purpose;
import io.chom.tenants.tenancy.dns.RequiredRecords;
import io.chom.tenants.tenancy.dns.SmallInternet;
import io.chom.tenants.tenancy.senders.MailSenderSettings.OwnServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An own address from the wish to the signed mail and back, with real name servers and a real mail server. */
@TenantsTest
class SenderCheckupsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    ApplicationContext context;

    @Autowired
    MailSenderService service;

    @Autowired
    MailSenders senders;

    @Autowired
    SenderStandings standings;

    @Autowired
    SigningKeys keys;

    @Autowired
    DueSenders due;

    @Autowired
    SenderSchedule schedule;

    @Autowired
    Letterheads letterheads;

    @Autowired
    Mails mails;

    @Autowired
    TenantService tenants;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Broadcast broadcast;

    private final SmallInternet internet = new SmallInternet();
    private final ScriptedSmtp server = new ScriptedSmtp();
    private final EmailAddress own = EmailAddress.of("office@" + internet.domain());
    private final EmailAddress caretaker = EmailAddress.of("caretaker-" + UUID.randomUUID() + "@acme.test");
    private SenderCheckups checkups;
    private SenderExaminer examiner;

    @BeforeEach
    void begin() {
        Houses.serve(context);
        checkups = new SenderCheckups(
                standings, senders, keys, internet.mailChecks(), transactions, broadcast, Clock.systemUTC());
        var written = new HouseMails(mails, house -> Flux.just(caretaker), tenants);
        examiner = new SenderExaminer(
                standings,
                senders,
                written,
                internet.mailChecks(),
                schedule,
                transactions,
                broadcast,
                Clock.systemUTC());
        as(Acme.RESELLER, service.reset());
    }

    /** The brand is others’ too, who send the way of the installation. */
    @AfterEach
    void end() {
        as(Acme.RESELLER, service.reset());
        internet.close();
        server.close();
    }

    @Test
    void mails_go_out_from_an_own_address_once_its_records_are_there_and_carry_its_signature() throws Exception {
        wish(own, new OwnServer("127.0.0.1", server.port(), Tls.OFFERED, null));
        examine();
        assertThat(standing().isProved()).isFalse();
        assertThat(standing().report()).isNotNull();
        assertThat(sender()).isNull();

        RequiredRecords records = as(Acme.RESELLER, checkups.records());
        internet.creates(records);
        examine();
        assertThat(standing().isProved()).isTrue();
        assertThat(sender()).isEqualTo(own);

        assertThat(as(Acme.RESELLER, service.test(EmailAddress.of("zoe@customer.example"))))
                .isInstanceOf(Delivered.class);
        String mail = server.taken().getLast().replaceAll("\r?\n", "\r\n");
        assertThat(mail).contains("\nDKIM-Signature: ", "From: Acme Hosting <" + own + ">");
        assertThat(signers(mail, key(records)))
                .containsExactly(internet.domain().value());
        for (String other : List.of(
                mail.replace("Subject: ", "Subject: Not "),
                mail.replace("Acme Hosting <", "Evil <"),
                "From: evil@evil.example\r\n" + mail,
                mail + "more\r\n")) {
            assertThatThrownBy(() -> signers(other, key(records))).isInstanceOf(FailException.class);
        }
    }

    @Test
    void a_proof_that_is_gone_is_missed_some_times_before_it_is_taken() {
        wish(own, null);
        RequiredRecords records = as(Acme.RESELLER, checkups.records());
        assertThat(records.records()).as("our servers send").anyMatch(record -> record.purpose() == Purpose.SENDERS);
        internet.creates(records);
        examine();
        assertThat(sender()).isEqualTo(own);

        internet.removes(records);
        for (int miss = 1; miss < schedule.misses(); miss++) {
            examine();
            assertThat(sender()).isEqualTo(own);
            assertThat(standing().misses()).isEqualTo(miss);
        }
        assertThat(mailsToCaretaker()).isZero();
        // Both of them see what stands there before either of them writes, or one after the other: it is the same.
        Mono.when(examiner.examine(Acme.ID), examiner.examine(Acme.ID)).block(PATIENCE);
        assertThat(sender()).isNull();
        assertThat(mailsToCaretaker()).isOne();
        examine();
        assertThat(mailsToCaretaker()).as("told once").isOne();

        internet.creates(records);
        examine();
        assertThat(sender()).as("the key has stayed").isEqualTo(own);
    }

    @Test
    void another_address_has_to_be_proved_anew_with_the_key_that_is_there() {
        wish(own, null);
        String selector = standing().identity().selector();
        internet.creates(as(Acme.RESELLER, checkups.records()));
        examine();
        assertThat(sender()).isEqualTo(own);

        wish(EmailAddress.of("office@elsewhere.example"), null);
        assertThat(sender()).isNull();
        assertThat(standing().isProved()).isFalse();
        assertThat(standing().identity().selector()).isEqualTo(selector);
        wish(null, null);
        assertThat(as(Acme.RESELLER, checkups.standing())).isNull();
    }

    @Test
    void each_owner_has_a_key_of_its_own_that_opens_for_nobody_else() {
        SealedKey mine = keys.make(Acme.ID).block(PATIENCE);
        SealedKey other = keys.make(Nimbus.ID).block(PATIENCE);

        assertThat(mine.selector()).isNotEqualTo(other.selector());
        assertThat(keys.open(Acme.ID, "acme.example", mine).toString()).doesNotContain("RSA");
        assertThatThrownBy(() -> keys.open(Nimbus.ID, "acme.example", mine)).hasMessageContaining("chom.seal.key");
        var moved = new SealedKey(other.selector(), mine.publicKey(), mine.sealed());
        assertThatThrownBy(() -> keys.open(Acme.ID, "acme.example", moved)).hasMessageContaining("chom.seal.key");
    }

    @Test
    void each_due_address_goes_to_one_worker_and_is_free_again_after_the_lease() {
        wish(own, null);
        Instant later = Instant.now().plusSeconds(7200);
        await().until(() -> takenAt(later).contains(Acme.ID));
        assertThat(takenAt(later)).doesNotContain(Acme.ID);
        await().until(() -> takenAt(later.plusSeconds(61)).contains(Acme.ID));
    }

    @Test
    void only_those_who_may_change_the_brand_see_records_and_have_them_checked() {
        wish(own, null);
        var member = new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "test|member", Set.of("member")));
        for (Acting other : new Acting[] {member, Acme.BAKERY}) {
            assertThatThrownBy(() -> as(other, checkups.records())).hasMessageContaining("forbidden");
            assertThatThrownBy(() -> as(other, checkups.standing())).hasMessageContaining("forbidden");
            assertThatThrownBy(() -> as(other, checkups.checkNow())).hasMessageContaining("forbidden");
        }
        assertThat(as(Nimbus.RESELLER, checkups.standing())).isNull();
        assertThatThrownBy(() -> as(Nimbus.RESELLER, checkups.checkNow())).hasMessageContaining("not-found");
    }

    private long mailsToCaretaker() {
        return as(
                Acme.RESELLER,
                database.sql("select count(*) from platform.mail where kind = 'sender-lost' and recipient = :to")
                        .bind("to", caretaker.value())
                        .map(row -> row.get(0, Long.class))
                        .one()
                        .as(transactions::transactional));
    }

    private List<TenantId> takenAt(Instant moment) {
        return due.take(100, moment, Duration.ofMinutes(1)).collectList().block(PATIENCE);
    }

    /** The record as the name servers have it. */
    private static String key(RequiredRecords records) {
        return records.records().stream()
                .filter(record -> record.purpose() == Purpose.SIGNATURE)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static List<String> signers(String mail, String key) throws Exception {
        PublicKeyRecordRetriever dns = (method, selector, token) -> List.of(key);
        return new DKIMVerifier(dns)
                .verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))).stream()
                        .map(SignatureRecord::getDToken)
                        .map(CharSequence::toString)
                        .toList();
    }

    /**
     * And lets the program's own worker have its first look, which is at once: it asks the machine's resolvers, which know none
     * of these names and prove nothing.
     */
    private void wish(@Nullable EmailAddress address, @Nullable OwnServer through) {
        as(Acme.RESELLER, service.save(new MailSenderSettings(null, null, address, through, null), null));
        await().atMost(PATIENCE).until(() -> address == null || standing().report() != null);
    }

    private void examine() {
        examiner.examine(Acme.ID).block(PATIENCE);
    }

    private SenderStanding standing() {
        return as(Acme.RESELLER, checkups.standing());
    }

    private @Nullable EmailAddress sender() {
        return letterheads.of(Acme.ID).block(PATIENCE).sender().address();
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
    }
}
