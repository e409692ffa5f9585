package io.chom.tenants.tenancy.dns;

import static io.chom.tenants.tenancy.dns.DnsFixture.APEX;
import static io.chom.tenants.tenancy.dns.DnsFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.RequiredRecord.Purpose;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the records of a domain's mail have to say, and what people get wrong with them. */
class MailChecksTest {

    private static final String PUBLIC = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA" + "aB3+/".repeat(68) + "IDAQAB";
    private static final SendingIdentity US = new SendingIdentity(true, "m1234abcd", PUBLIC);
    private static final String SPF_OF_US = "v=spf1 include:spf.portal.example -all";
    private static final String DKIM = "m1234abcd._domainkey";

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_domain_with_the_records_that_were_asked_for_may_be_sent_from() {
        RequiredRecords records = await(checks().records(APEX, US));

        assertThat(records.records())
                .extracting(RequiredRecord::purpose)
                .containsExactly(Purpose.SENDERS, Purpose.SIGNATURE, Purpose.POLICY);
        assertThat(records.zoneFile()).contains("_dmarc ").contains("\" \"").doesNotContain("portal-verification");
        assertThat(check(APEX).isSendable()).isFalse();
        world.agency.add(records.zoneFile().split("\n"));

        DomainReport report = check(APEX);
        assertThat(report.isSendable()).isTrue();
        assertThat(report.checks())
                .extracting(DomainCheck::outcome)
                .as("the policy is a comment in the file, as it is not required")
                .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.WARNED);
        assertThat(DnsFixture.of(report, Subject.SIGNATURE).servers()).hasSize(2);
    }

    @Test
    void an_own_server_needs_no_permission_for_ours() {
        var own = new SendingIdentity(false, US.selector(), PUBLIC);
        world.agency.add(DKIM + " TXT " + key(PUBLIC));

        assertThat(await(checks().records(APEX, own)).records())
                .extracting(RequiredRecord::purpose)
                .containsExactly(Purpose.SIGNATURE, Purpose.POLICY);
        assertThat(await(checks().check(APEX, own)).isSendable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 mx -all, v=spf1 include:spf.portal.example mx -all",
        "v=spf1 -all, v=spf1 include:spf.portal.example -all",
        "V=SPF1 include:SPF.portal.example ~all, V=SPF1 include:SPF.portal.example ~all"
    })
    void a_record_that_is_there_is_completed(String present, String wanted) {
        world.agency.add("@ TXT \"" + present + "\"");

        assertThat(await(checks().records(APEX, US)).records().getFirst().value())
                .isEqualTo(wanted);
    }

    /** One state of the zone, and what has to be said of it. */
    record Script(String what, Subject subject, Outcome outcome, Optional<Fault> fault, Consumer<World> lines) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Script> senders() {
        return Stream.of(
                spf("none", Fault.SPF_MISSING),
                spf("another text", Fault.SPF_MISSING, "site-verification=1", "v=spf10 -all"),
                spf("two", Fault.SPF_SEVERAL, SPF_OF_US, "v=spf1 mx -all"),
                spf("others only", Fault.SPF_WITHOUT_US, "v=spf1 include:nowhere.cdn.example mx ip4:192.0.2.1 ~all"),
                spf("after the end", Fault.SPF_WITHOUT_US, "v=spf1 -all include:spf.portal.example"),
                spf("forbidden", Fault.SPF_WITHOUT_US, "v=spf1 -include:spf.portal.example -all"),
                spf("redirect beside all", Fault.SPF_WITHOUT_US, "v=spf1 ~all redirect=spf.portal.example"),
                spf("a macro", Fault.SPF_WITHOUT_US, "v=spf1 include:%{i}._spf.cdn.example -all"),
                spf("a circle", Fault.SPF_TOO_DEEP, "v=spf1 include:agency.example -all"),
                spf("eleven", Fault.SPF_TOO_DEEP, "v=spf1 " + "a:x.example ".repeat(10) + SPF_OF_US.substring(7)),
                fine("ours", SPF_OF_US),
                fine("ten", "v=spf1 " + "a:x.example ".repeat(9) + SPF_OF_US.substring(7)),
                fine("addresses cost nothing", "v=spf1 " + "ip4:192.0.2.1 ".repeat(12) + SPF_OF_US.substring(7)),
                fine("capitals and spaces", "v=SPF1  Include:SPF.Portal.Example   -ALL"),
                fine("by redirect", "v=spf1 redirect=_spf.agency.example"),
                fine("nested", "v=spf1 include:_spf.agency.example -all"));
    }

    private static Script spf(String what, Fault fault, String... texts) {
        return new Script("spf: " + what, Subject.SENDERS, Outcome.FAILED, Optional.of(fault), apex(texts));
    }

    private static Script fine(String what, String text) {
        return new Script("spf: " + what, Subject.SENDERS, Outcome.PASSED, Optional.empty(), apex(text));
    }

    private static Consumer<World> apex(String... texts) {
        return world -> {
            world.agency.add("_spf TXT \"" + SPF_OF_US + "\"");
            for (String text : texts) {
                world.agency.add("@ TXT \"" + text + "\"");
            }
        };
    }

    static Stream<Script> signatures() {
        return Stream.of(
                dkim("none", Fault.NAME_NOT_FOUND, zone -> {}),
                dkim("another type", Fault.RECORD_MISSING, zone -> zone.add(DKIM + " A 203.0.113.1")),
                dkim("another key", Fault.DKIM_OTHER_KEY, zone -> zone.add(DKIM + " TXT " + key("MIIBother"))),
                dkim("withdrawn", Fault.DKIM_OTHER_KEY, zone -> zone.add(DKIM + " TXT \"v=DKIM1; p=\"")),
                dkim(
                        "cut",
                        Fault.DKIM_CUT,
                        zone -> zone.add(DKIM + " TXT \"" + ("v=DKIM1; k=rsa; p=" + PUBLIC).substring(0, 255) + '"')),
                dkim("doubled zone", Fault.DOUBLED_ZONE, zone -> zone.add(DKIM + ".agency.example TXT " + key(PUBLIC))),
                key("whole", zone -> zone.add(DKIM + " TXT " + key(PUBLIC))),
                key("with white space", zone -> zone.add(DKIM + " TXT " + key(PUBLIC.replace("/aB", "/ aB")))),
                key("by alias", zone -> zone.add(DKIM + " CNAME k.agency.example.", "k TXT " + key(PUBLIC))));
    }

    private static Script dkim(String what, Fault fault, Consumer<ZoneData> lines) {
        return new Script(
                "dkim: " + what,
                Subject.SIGNATURE,
                Outcome.FAILED,
                Optional.of(fault),
                world -> lines.accept(world.agency));
    }

    private static Script key(String what, Consumer<ZoneData> lines) {
        return new Script(
                "dkim: " + what,
                Subject.SIGNATURE,
                Outcome.PASSED,
                Optional.empty(),
                world -> lines.accept(world.agency));
    }

    static Stream<Script> policies() {
        return Stream.of(
                dmarc("none", Fault.DMARC_MISSING),
                dmarc("another text", Fault.DMARC_MISSING, "v=spf1 -all"),
                dmarc("two", Fault.DMARC_SEVERAL, "v=DMARC1; p=none", "v=DMARC1; p=reject"),
                new Script(
                        "dmarc: one",
                        Subject.POLICY,
                        Outcome.PASSED,
                        Optional.empty(),
                        world -> world.agency.add("_dmarc TXT \"v=DMARC1; p=quarantine\"")));
    }

    private static Script dmarc(String what, Fault fault, String... texts) {
        return new Script("dmarc: " + what, Subject.POLICY, Outcome.WARNED, Optional.of(fault), world -> {
            for (String text : texts) {
                world.agency.add("_dmarc TXT \"" + text + "\"");
            }
        });
    }

    @ParameterizedTest
    @MethodSource({"senders", "signatures", "policies"})
    void each_state_has_its_name(Script script) {
        script.lines().accept(world);

        DomainCheck check = DnsFixture.of(check(APEX), script.subject());

        assertThat(check.outcome()).isEqualTo(script.outcome());
        assertThat(Optional.ofNullable(check.diagnosis()).map(Diagnosis::fault)).isEqualTo(script.fault());
    }

    @Test
    void a_policy_of_the_registrable_domain_counts_below_it() {
        world.agency.add("_dmarc TXT \"v=DMARC1; p=reject\"");

        assertThat(DnsFixture.of(check(HostName.of("news.agency.example")), Subject.POLICY)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void servers_that_are_silent_prove_nothing() {
        world.bothDo((query, stream) -> Optional.empty());

        DomainReport report = check(APEX);
        assertThat(report.isSendable()).isFalse();
        assertThat(report.isKnown()).isFalse();
    }

    /** Strings of no more than 255 characters. */
    private static String key(String publicKey) {
        String text = "v=DKIM1; k=rsa; p=" + publicKey;
        return text.length() <= 255
                ? '"' + text + '"'
                : '"' + text.substring(0, 255) + "\" \"" + text.substring(255) + '"';
    }

    private DomainReport check(HostName domain) {
        return await(checks().check(domain, US));
    }

    private MailChecks checks() {
        return DnsFixture.mailChecks(world);
    }
}
