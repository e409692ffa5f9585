package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.HostName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The checks on a small internet of their own, started where waiting is forbidden. */
final class DnsFixture {

    static final HostName HOST = HostName.of("hosting.agency.example");
    static final HostName APEX = HostName.of("agency.example");
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private DnsFixture() {}

    static DnsProperties settings(World world, Duration question, Duration check, boolean askPrivate) {
        return settings(world, List.of(), question, check, askPrivate);
    }

    static DnsProperties settings(World world, List<String> alsoAsk) {
        return settings(world, alsoAsk, Duration.ofMillis(250), Duration.ofSeconds(10), true);
    }

    private static DnsProperties settings(
            World world, List<String> alsoAsk, Duration question, Duration check, boolean askPrivate) {
        return new DnsProperties(
                "edge.portal.example",
                List.of("198.51.100.10", "2001:db8::10"),
                List.of("letsencrypt.org"),
                List.of(World.RESOLVER + ":" + world.port()),
                alsoAsk,
                question,
                check,
                List.of("192.0.2.0/24", "2001:db8:cd::/48"),
                world.port(),
                "spf.portal.example",
                askPrivate);
    }

    /** Checks that know what time it is: the later of two looks is told by it. */
    static DomainChecks checks(World world) {
        return new DomainChecks(new ZoneChecks(settings(world, List.of()), Clock.systemUTC()));
    }

    static DomainChecks checks(DnsProperties settings) {
        return new DomainChecks(new ZoneChecks(settings, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    static MailChecks mailChecks(World world) {
        return new MailChecks(new ZoneChecks(settings(world, List.of()), Clock.systemUTC()));
    }

    static DomainReport check(World world, HostName host) {
        return await(checks(settings(world, List.of())).check(host, "c4ll"));
    }

    static DomainCheck of(DomainReport report, DomainCheck.Subject subject) {
        return report.checks().stream()
                .filter(check -> check.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    static <T> T await(Mono<T> answer) {
        return answer.subscribeOn(Schedulers.parallel()).blockOptional(PATIENCE).orElseThrow();
    }
}
