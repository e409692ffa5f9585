package io.chom.tenants.tenancy.dns;

import static io.chom.tenants.tenancy.dns.DnsFixture.HOST;
import static io.chom.tenants.tenancy.dns.DnsFixture.await;
import static io.chom.tenants.tenancy.dns.DnsFixture.checks;
import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Zones are written, and servers run, by people we do not know. */
class HostileServersTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_server_in_a_private_network_is_never_asked() {
        var settings = DnsFixture.settings(world, Duration.ofMillis(250), Duration.ofSeconds(5), false);

        DomainReport report = await(checks(settings).check(HOST, "c4ll"));

        DomainCheck ownership = DnsFixture.of(report, Subject.OWNERSHIP);
        assertThat(ownership.outcome()).isEqualTo(Outcome.FAILED);
        Diagnosis diagnosis = Objects.requireNonNull(ownership.diagnosis());
        assertThat(diagnosis.fault()).isEqualTo(Fault.SERVER_ADDRESS_PRIVATE);
        assertThat(diagnosis.details().get("seen")).contains("127.0.0.2", "127.0.0.3");
        assertThat(world.server(World.FIRST).asked()).isZero();
        assertThat(world.server(World.SECOND).asked()).isZero();
    }

    @Test
    void a_truncated_answer_is_asked_for_again_as_a_stream() {
        world.bothDo(Scripts.truncated(world.server(World.FIRST).script()));

        assertThat(DnsFixture.check(world, HOST).isReady()).isTrue();
    }

    @Test
    void an_answer_under_another_id_counts_for_nothing() {
        world.bothDo(Scripts.wrongId(world.server(World.FIRST).script()));

        assertThat(DnsFixture.check(world, HOST).isReady()).isTrue();
    }

    @Test
    void an_answer_to_another_question_counts_for_nothing() {
        world.bothDo(Scripts.OFF_TOPIC);

        DomainReport report = DnsFixture.check(world, HOST);

        assertThat(report.isOwned()).isFalse();
        assertThat(DnsFixture.of(report, Subject.OWNERSHIP).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void records_of_other_names_count_for_nothing() {
        world.bothDo(Scripts.STRAY);

        DomainReport report = DnsFixture.check(world, HOST);

        assertThat(report.checks())
                .filteredOn(check -> check.subject() != Subject.IPV6 && check.subject() != Subject.CERTIFICATE)
                .extracting(DomainCheck::outcome)
                .containsOnly(Outcome.FAILED);
    }

    @Test
    void a_huge_answer_is_kept_small() {
        world.bothDo(Scripts.HUGE);

        DomainReport report = DnsFixture.check(world, HOST);

        DomainCheck ownership = DnsFixture.of(report, Subject.OWNERSHIP);
        assertThat(ownership.seen())
                .hasSize(10)
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(302));
        assertThat(report.toString()).hasSizeLessThan(40_000);
    }

    @Test
    void the_proof_is_found_among_many_texts() {
        for (int i = 0; i < 40; i++) {
            world.agency.add("_portal-challenge.hosting TXT a" + i);
        }

        assertThat(DnsFixture.check(world, HOST).isOwned()).isTrue();
    }

    @Test
    void what_strangers_wrote_cannot_disturb_a_screen() {
        world.agency.replace(
                "_portal-challenge.hosting", "_portal-challenge.hosting TXT \"a\\027\\010\\226\\128\\174b\"");

        DomainCheck ownership = DnsFixture.of(DnsFixture.check(world, HOST), Subject.OWNERSHIP);

        assertThat(ownership.seen()).containsExactly("a???b");
    }

    @Test
    void a_maze_of_servers_costs_few_questions() {
        for (int i = 0; i < 30; i++) {
            world.agency.add("@ NS n" + i, "n" + i + " A " + World.FIRST);
        }

        DnsFixture.check(world, HOST);

        assertThat(world.server(World.FIRST).asked()).isLessThan(60);
        assertThat(world.server(World.RESOLVER).asked()).isLessThan(60);
    }
}
