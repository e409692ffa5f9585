package io.chom.tenants.tenancy.dns;

import static io.chom.tenants.tenancy.dns.DnsFixture.APEX;
import static io.chom.tenants.tenancy.dns.DnsFixture.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.Rcode;

/** What people get wrong, each with the name of what is wrong. */
class MisconfigurationsTest {

    private static final String PROOF = "_portal-challenge.hosting";

    /** One thing that is wrong, and what has to be said of it. */
    record Wrong(String what, HostName host, Subject subject, Outcome outcome, Fault fault, Consumer<World> script) {

        @Override
        public String toString() {
            return what;
        }
    }

    /** The first question loads many classes, for which a machine with much to do takes longer than an answer may take. */
    @BeforeAll
    static void load() {
        try (World world = new World()) {
            assertThat(DnsFixture.check(world, HOST).checks()).isNotEmpty();
        }
    }

    static Stream<Wrong> proofs() {
        return Stream.of(
                proof("no proof", Fault.NAME_NOT_FOUND, zone -> zone.drop(PROOF)),
                proof("another type", Fault.RECORD_MISSING, zone -> zone.replace(PROOF, PROOF + " A 203.0.113.1")),
                proof("an alias", Fault.TXT_IS_ALIAS, zone -> zone.replace(PROOF, PROOF + " CNAME t.cdn.example.")),
                proof("wrong text", Fault.TXT_WRONG, zone -> text(zone, "v=spf1")),
                proof("old claim", Fault.TXT_OUTDATED, zone -> text(zone, "portal-verification=0ld")),
                proof("quotes", Fault.TXT_DAMAGED, zone -> text(zone, "\\\"portal-verification=c4ll\\\"")),
                proof("spaces", Fault.TXT_DAMAGED, zone -> text(zone, " portal-verification = c4ll ")),
                proof("capitals", Fault.TXT_DAMAGED, zone -> text(zone, "Portal-Verification=C4LL")),
                proof("only the value", Fault.TXT_DAMAGED, zone -> text(zone, "c4ll")),
                proof("several", Fault.TXT_SEVERAL, zone -> {
                    text(zone, "portal-verification=0ld");
                    zone.add(PROOF + " TXT other");
                }),
                proof(
                        "at the host",
                        Fault.TXT_AT_HOST,
                        zone -> zone.drop(PROOF).replace("hosting", "hosting TXT portal-verification=c4ll")),
                proof(
                        "at the zone",
                        Fault.TXT_AT_ZONE,
                        zone -> zone.drop(PROOF).add("_portal-challenge TXT portal-verification=c4ll")),
                proof(
                        "doubled zone",
                        Fault.DOUBLED_ZONE,
                        zone -> zone.drop(PROOF).add(PROOF + ".agency.example TXT portal-verification=c4ll")),
                proof(
                        "wildcard",
                        Fault.WILDCARD_ANSWER,
                        zone -> zone.drop(PROOF).add("*.hosting TXT v=spf1")));
    }

    static Stream<Wrong> routes() {
        return Stream.of(
                route("nothing", Fault.RECORD_MISSING, zone -> zone.drop("hosting")),
                route(
                        "no name",
                        Fault.NAME_NOT_FOUND,
                        zone -> zone.drop("hosting").drop(PROOF)),
                route("address", Fault.ADDRESS_INSTEAD_OF_ALIAS, zone -> host(zone, "A 203.0.113.1")),
                route("mixed addresses", Fault.ADDRESSES_MIXED, zone -> {
                    host(zone, "A 203.0.113.1");
                    zone.add("hosting A 198.51.100.10");
                }),
                route("proxy", Fault.PROXY_IN_FRONT, zone -> host(zone, "A 192.0.2.5")),
                route("alias to a proxy", Fault.PROXY_IN_FRONT, zone -> host(zone, "CNAME proxied.cdn.example.")),
                route("elsewhere", Fault.ALIAS_WRONG, zone -> host(zone, "CNAME shop.cdn.example.")),
                route("no trailing dot", Fault.DOUBLED_ZONE, zone -> host(zone, "CNAME edge.portal.example")),
                route(
                        "doubled zone",
                        Fault.DOUBLED_ZONE,
                        zone -> zone.drop("hosting").add("hosting.agency.example CNAME edge.portal.example.")),
                route("dangling", Fault.ALIAS_DANGLING, zone -> host(zone, "CNAME gone.cdn.example.")),
                route("loop", Fault.ALIAS_LOOP, zone -> {
                    host(zone, "CNAME b");
                    zone.add("b CNAME hosting");
                }),
                wrong("loop over zones", HOST, Subject.ROUTING, Outcome.FAILED, Fault.ALIAS_LOOP, world -> {
                    host(world.agency, "CNAME back.cdn.example.");
                    world.stranger.add("back CNAME hosting.agency.example.");
                }),
                route("long trail", Fault.ALIAS_LOOP, zone -> {
                    host(zone, "CNAME h0");
                    for (int i = 0; i < 10; i++) {
                        zone.add("h" + i + " CNAME h" + (i + 1));
                    }
                }),
                route("wildcard", Fault.WILDCARD_ANSWER, zone -> {
                    zone.drop("hosting").drop(PROOF).add("* A 203.0.113.80");
                }),
                apex("other address", Subject.ROUTING, Fault.ADDRESS_WRONG, zone -> zone.add("@ A 203.0.113.1")),
                apex("alias", Subject.ROUTING, Fault.APEX_ALIAS, zone -> zone.add("@ CNAME edge.portal.example.")),
                apex(
                        "old IPv6",
                        Subject.IPV6,
                        Fault.IPV6_LEFTOVER,
                        zone -> zone.add("@ A 198.51.100.10", "@ AAAA 2001:db8:dead::1")),
                apex("IPv6 proxy", Subject.IPV6, Fault.PROXY_IN_FRONT, zone -> zone.add("@ AAAA 2001:db8:cd::1")));
    }

    static Stream<Wrong> authorities() {
        return Stream.of(
                apex("CAA", Subject.CERTIFICATE, Fault.CAA_FORBIDS, zone -> zone.add("@ CAA 0 issue other.example")),
                apex("CAA for nobody", Subject.CERTIFICATE, Fault.CAA_FORBIDS, zone -> zone.add("@ CAA 0 issue \";\"")),
                apex(
                        "CAA unheard of",
                        Subject.CERTIFICATE,
                        Fault.CAA_FORBIDS,
                        zone -> zone.add("@ CAA 128 future x", "@ CAA 0 issue letsencrypt.org")),
                inherited("CAA of the zone", world -> world.agency.add("@ CAA 0 issue other.example")),
                inherited("CAA of the registry", world -> world.registry.add("@ CAA 0 issue other.example")),
                inherited("CAA of the target", world -> world.ours.add("edge CAA 0 issue other.example")));
    }

    static Stream<Wrong> servers() {
        return Stream.of(
                server("they disagree", Outcome.FAILED, Fault.SERVERS_DISAGREE, world -> {
                    world.second = world.agency.copy();
                    text(world.second, "portal-verification=0ld");
                }),
                server(
                        "one refuses",
                        Outcome.WARNED,
                        Fault.LAME_DELEGATION,
                        world -> world.server(World.SECOND).does(Scripts.code(Rcode.REFUSED))),
                server(
                        "one is silent",
                        Outcome.WARNED,
                        Fault.SERVER_SILENT,
                        world -> world.server(World.SECOND).does(Scripts.SILENT)),
                server("all refuse", Outcome.FAILED, Fault.LAME_DELEGATION, world -> {
                    world.failing.add(Names.of("agency.example"));
                    world.bothDo(Scripts.code(Rcode.REFUSED));
                }),
                server(
                        "no authority",
                        Outcome.FAILED,
                        Fault.LAME_DELEGATION,
                        world -> world.bothDo(
                                Scripts.secondHand(world.server(World.FIRST).script()))),
                server("all silent", Outcome.UNKNOWN, Fault.SERVER_SILENT, world -> world.bothDo(Scripts.SILENT)),
                server(
                        "all fail",
                        Outcome.UNKNOWN,
                        Fault.SERVER_FAILURE,
                        world -> world.bothDo(Scripts.code(Rcode.SERVFAIL))),
                server("damaged", Outcome.UNKNOWN, Fault.ANSWER_DAMAGED, world -> world.bothDo(Scripts.GARBAGE)),
                server(
                        "broken DNSSEC",
                        Outcome.FAILED,
                        Fault.DNSSEC_BROKEN,
                        world -> world.bogus.add(Names.of("agency.example"))),
                server(
                        "not registered",
                        Outcome.FAILED,
                        Fault.DOMAIN_NOT_FOUND,
                        world ->
                                world.registry.drop("agency").drop("ns1.agency").drop("ns2.agency")),
                server(
                        "not delegated",
                        Outcome.FAILED,
                        Fault.DELEGATION_MISSING,
                        world -> world.registry.replace("agency", "agency TXT held")),
                server(
                        "resolver silent",
                        Outcome.UNKNOWN,
                        Fault.SERVER_SILENT,
                        world -> world.server(World.RESOLVER).does(Scripts.SILENT)),
                server("their addresses cannot be learnt", Outcome.UNKNOWN, Fault.SERVER_FAILURE, world -> {
                    world.failing.add(Names.of("ns1.agency.example"));
                    world.failing.add(Names.of("ns2.agency.example"));
                }),
                wrong("unknown target", HOST, Subject.ROUTING, Outcome.UNKNOWN, Fault.SERVER_FAILURE, world -> {
                    host(world.agency, "CNAME shop.cdn.example.");
                    world.failing.add(Names.of("shop.cdn.example"));
                }),
                server("split view", Outcome.FAILED, Fault.SPLIT_VIEW, world -> {
                    world.remembered.put(Names.of(PROOF + ".agency.example"), world.agency.copy());
                    world.agency.drop(PROOF);
                }),
                wrong("split route", HOST, Subject.ROUTING, Outcome.FAILED, Fault.SPLIT_VIEW, world -> {
                    world.remembered.put(Names.of(HOST.value()), world.agency.copy());
                    host(world.agency, "A 203.0.113.1");
                }),
                wrong("still cached", HOST, Subject.ROUTING, Outcome.WARNED, Fault.STILL_CACHED, world -> {
                    ZoneData former = world.agency.copy();
                    host(former, "1800 IN A 203.0.113.1");
                    world.remembered.put(Names.of(HOST.value()), former);
                }));
    }

    @ParameterizedTest
    @MethodSource({"proofs", "routes", "authorities", "servers"})
    void each_has_its_name(Wrong wrong) {
        try (World world = new World()) {
            wrong.script().accept(world);

            DomainReport report = DnsFixture.check(world, wrong.host());

            DomainCheck check = DnsFixture.of(report, wrong.subject());
            assertThat(check.diagnosis()).as("%s", report).isNotNull();
            Diagnosis diagnosis = Objects.requireNonNull(check.diagnosis());
            assertThat(diagnosis.fault()).as("%s", report).isEqualTo(wrong.fault());
            assertThat(check.outcome()).isEqualTo(wrong.outcome());
            assertThat(diagnosis.details()).containsKeys("name", "expected", "seen");
            assertThat(report.isReady()).isEqualTo(wrong.outcome() == Outcome.WARNED);
            assertThat(report.isKnown()).isEqualTo(wrong.outcome() != Outcome.UNKNOWN);
        }
    }

    private static Wrong proof(String what, Fault fault, Consumer<ZoneData> script) {
        return wrong(
                "proof: " + what, HOST, Subject.OWNERSHIP, Outcome.FAILED, fault, world -> script.accept(world.agency));
    }

    private static Wrong route(String what, Fault fault, Consumer<ZoneData> script) {
        return wrong(
                "route: " + what, HOST, Subject.ROUTING, Outcome.FAILED, fault, world -> script.accept(world.agency));
    }

    private static Wrong apex(String what, Subject subject, Fault fault, Consumer<ZoneData> script) {
        return wrong("apex: " + what, APEX, subject, Outcome.FAILED, fault, world -> script.accept(world.agency));
    }

    private static Wrong inherited(String what, Consumer<World> script) {
        return wrong(what, HOST, Subject.CERTIFICATE, Outcome.FAILED, Fault.CAA_INHERITED, script);
    }

    private static Wrong server(String what, Outcome outcome, Fault fault, Consumer<World> script) {
        return wrong("servers: " + what, HOST, Subject.OWNERSHIP, outcome, fault, script);
    }

    private static Wrong wrong(
            String what, HostName host, Subject subject, Outcome outcome, Fault fault, Consumer<World> script) {
        return new Wrong(what, host, subject, outcome, fault, script);
    }

    private static void text(ZoneData zone, String text) {
        zone.replace(PROOF, PROOF + " TXT \"" + text + "\"");
    }

    private static void host(ZoneData zone, String data) {
        zone.replace("hosting", "hosting " + data);
    }
}
