package io.chom.tenants.tenancy.dns;

import static io.chom.tenants.tenancy.dns.DnsFixture.APEX;
import static io.chom.tenants.tenancy.dns.DnsFixture.HOST;
import static io.chom.tenants.tenancy.dns.DnsFixture.await;
import static io.chom.tenants.tenancy.dns.DnsFixture.checks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hosts that are set up well, what they need, and what stands there today. */
class DomainChecksTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_alias_is_ready_and_each_check_says_whom_it_asked() {
        DomainReport report = DnsFixture.check(world, HOST);

        assertThat(report.at()).isEqualTo(DnsFixture.NOW);
        assertThat(report.isReady()).as("%s", report).isTrue();
        assertThat(report.isKnown()).isTrue();
        assertThat(report.checks())
                .extracting(DomainCheck::subject)
                .containsExactly(Subject.OWNERSHIP, Subject.ROUTING, Subject.IPV6, Subject.CERTIFICATE);
        assertThat(report.checks()).extracting(DomainCheck::outcome).containsOnly(Outcome.PASSED);
        assertThat(report.checks()).extracting(DomainCheck::diagnosis).containsOnlyNulls();
        assertThat(report.checks())
                .allSatisfy(check -> assertThat(check.servers())
                        .containsExactly("ns1.agency.example (127.0.0.2)", "ns2.agency.example (127.0.0.3)"));
        assertThat(DnsFixture.of(report, Subject.ROUTING).seen()).containsExactly("edge.portal.example");
    }

    @Test
    void our_addresses_at_the_apex_are_ready_whoever_flattened_them() {
        world.agency.add("@ A 198.51.100.10", "_portal-challenge TXT portal-verification=c4ll");

        assertThat(DnsFixture.check(world, APEX).isReady()).isTrue();
    }

    @Test
    void an_alias_of_an_alias_and_an_international_name_are_fine() {
        HostName host = HostName.of("büro.agency.example");
        world.agency.add(
                "xn--bro-hoa CNAME hop",
                "hop CNAME far.cdn.example.",
                "_portal-challenge.xn--bro-hoa TXT \"portal-\" \"verification=c4ll\"");
        world.stranger.add("far CNAME edge.portal.example.");

        assertThat(DnsFixture.check(world, host).isReady()).isTrue();
        assertThat(await(checks(world).records(host, "c4ll"))
                        .records()
                        .getFirst()
                        .relativeName())
                .isEqualTo("_portal-challenge.xn--bro-hoa");
    }

    @Test
    void addresses_of_ours_in_place_of_the_alias_work_and_are_warned_of() {
        world.agency.replace("hosting", "hosting A 198.51.100.10");

        DomainReport report = DnsFixture.check(world, HOST);

        assertThat(report.isReady()).isTrue();
        assertThat(DnsFixture.of(report, Subject.ROUTING).outcome()).isEqualTo(Outcome.WARNED);
    }

    @Test
    void an_authority_may_issue_where_only_others_are_kept_from_wildcards() {
        world.agency.add(
                "@ CAA 0 issue \"letsencrypt.org; validationmethods=http-01\"",
                "@ CAA 0 issue other.example",
                "@ CAA 0 issuewild \";\"");

        assertThat(DnsFixture.check(world, HOST).isReady()).isTrue();
    }

    @Test
    void the_records_of_a_host_are_an_alias_and_a_text_with_both_names() {
        RequiredRecords records = await(checks(world).records(HOST, "c4ll"));

        assertThat(records.records())
                .extracting(RequiredRecord::name, RequiredRecord::relativeName, RequiredRecord::value)
                .contains(
                        tuple(
                                "_portal-challenge.hosting.agency.example",
                                "_portal-challenge.hosting",
                                "portal-verification=c4ll"),
                        tuple("hosting.agency.example", "hosting", "edge.portal.example"));
        assertThat(records.zoneFile()).isEqualTo("""
                $ORIGIN agency.example.
                _portal-challenge.hosting 300 IN TXT "portal-verification=c4ll"
                hosting 300 IN CNAME edge.portal.example.
                ; @ 300 IN CAA 0 issue "letsencrypt.org"
                """);
    }

    @Test
    void a_server_that_reads_the_zone_file_is_ready() {
        String file = await(checks(world).records(APEX, "c4ll")).zoneFile();
        world.agency.add(file.replace("; @", "@").split("\n"));

        assertThat(file).contains("@ 300 IN A 198.51.100.10", "@ 300 IN AAAA 2001:db8:0:0:0:0:0:10");
        assertThat(DnsFixture.check(world, APEX).isReady()).isTrue();
    }

    @Test
    void without_a_resolver_the_zone_is_guessed() {
        world.server(World.RESOLVER).does(Scripts.SILENT);

        RequiredRecords records = await(checks(world).records(HostName.of("a.b.agency.co.uk"), "c4ll"));

        assertThat(records.guessed()).isTrue();
        assertThat(records.zone()).isEqualTo("agency.co.uk");
        assertThat(records.records().getFirst().relativeName()).isEqualTo("_portal-challenge.a.b");
    }

    @Test
    void what_stands_at_a_name_today_is_told_before_it_is_taken() {
        world.agency.add("www MX 20 mx2", "www MX 10 mx1");

        assertThat(await(checks(world).servesToday(HostName.of("www.agency.example"))))
                .contains(new LiveSite(
                        List.of(), List.of("203.0.113.80"), List.of("mx1.agency.example", "mx2.agency.example")));
        assertThat(await(checks(world).servesToday(HOST))).isEmpty();
        assertThat(await(checks(world).servesToday(HostName.of("new.agency.example"))))
                .isEmpty();
    }

    @Test
    void remaining_seconds_are_told_while_a_resolver_keeps_a_former_answer() {
        ZoneData former = world.agency.copy().replace("hosting", "hosting 1800 IN A 203.0.113.1");
        world.remembered.put(Names.of(HOST.value()), former);

        DomainCheck routing = DnsFixture.of(DnsFixture.check(world, HOST), Subject.ROUTING);

        assertThat(routing.diagnosis())
                .isEqualTo(new Diagnosis(
                        Fault.STILL_CACHED,
                        Map.of(
                                "name", "hosting.agency.example",
                                "expected", "edge.portal.example",
                                "seen", "203.0.113.1",
                                "seconds", "1800")));
    }

    @Test
    void a_further_resolver_is_compared_too() {
        ZoneData former = world.agency.copy().replace("hosting", "hosting 60 IN A 203.0.113.1");
        world.server(World.STRANGER).does((query, stream) -> {
            Message reply = World.reply(query);
            former.answer(
                    reply, query.getQuestion().getName(), query.getQuestion().getType());
            return Optional.of(reply.toWire());
        });
        var settings = DnsFixture.settings(world, List.of(World.STRANGER + ":" + world.port()));

        DomainCheck routing = DnsFixture.of(await(checks(settings).check(HOST, "c4ll")), Subject.ROUTING);

        assertThat(routing.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(routing.diagnosis()).extracting(Diagnosis::fault).isEqualTo(Fault.STILL_CACHED);
    }

    @Test
    void a_report_survives_its_storage() {
        world.agency.drop("_portal-challenge.hosting");
        DomainReport report = DnsFixture.check(world, HOST);
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        assertThat(json.readValue(json.writeValueAsString(report), DomainReport.class))
                .isEqualTo(report);
        assertThat(DnsFixture.of(report, Subject.OWNERSHIP).diagnosis()).isNotNull();
    }

    @Test
    void a_whole_check_ends_in_time() {
        world.bothDo(Scripts.SILENT);
        var settings = DnsFixture.settings(world, Duration.ofSeconds(5), Duration.ofMillis(800), true);
        long start = System.nanoTime();

        DomainReport report = await(checks(settings).check(HOST, "c4ll"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(report.isKnown()).isFalse();
        assertThat(report.isOwned()).isFalse();
    }
}
