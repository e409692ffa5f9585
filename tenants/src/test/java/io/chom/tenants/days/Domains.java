package io.chom.tenants.days;

import io.chom.tenants.days.Timetable.Step;
import io.chom.tenants.days.Timetable.Trouble;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.SmallInternet;
import io.chom.tenants.tenancy.domains.DomainCheckups;
import io.chom.tenants.tenancy.domains.DomainService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A domain that leads here, then elsewhere, and then here again; and when it was looked at. */
final class Domains {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant AWAY = Instant.parse("2031-03-12T12:00:00Z");
    private static final Instant BACK = Instant.parse("2031-03-20T12:00:00Z");

    private final SmallInternet internet;
    private final HostName host;
    private final List<Seen> seen = new ArrayList<>();
    private Instant before = Instant.MIN;
    private int looks;

    /**
     * How it stands after a look of all.
     *
     * @param next when it is due again
     * @param looks how often it was looked at meanwhile
     */
    record Seen(Step step, String state, Instant next, int looks) {

        Instant at() {
            return step.at().plus(Fleet.AGAIN);
        }
    }

    Domains(SmallInternet internet, Node node, Acting owner) {
        this.internet = internet;
        this.host = internet.host();
        node.bean(DomainService.class)
                .add(host)
                .contextWrite(TenantContext.as(owner))
                .block(PATIENCE);
        internet.creates(Objects.requireNonNull(node.bean(DomainCheckups.class)
                .records(host)
                .contextWrite(TenantContext.as(owner))
                .block(PATIENCE)));
    }

    /** Whoever has the domain does what comes by then. */
    void live(Instant now) {
        if (before.isBefore(AWAY) && !now.isBefore(AWAY)) {
            internet.leadsNowhere(host);
            internet.leadsTo(host, "203.0.113.80");
        }
        if (before.isBefore(BACK) && !now.isBefore(BACK)) {
            internet.leadsNowhere(host);
            internet.leadsHere(host);
        }
        before = now;
    }

    /** Notes how it stands after a look of all. */
    void note(List<Node> nodes, Step step) {
        int sofar = nodes.stream()
                .mapToInt(node -> node.halt.told("domain_checked"))
                .sum();
        seen.add(Objects.requireNonNull(nodes.getFirst()
                .bean(CrossTenant.class)
                .one(
                        Purpose.routine("test"),
                        all -> all.sql("select state, next_check from tenancy.domain where host = :host")
                                .bind("host", host.value())
                                .map(row -> new Seen(
                                        step,
                                        Objects.requireNonNull(row.get("state", String.class)),
                                        Objects.requireNonNull(row.get("next_check", Instant.class)),
                                        sofar - looks))
                                .one())
                .block(PATIENCE)));
        looks = sofar;
    }

    List<Seen> seen() {
        return seen;
    }

    /**
     * Those while it was well, after looks in which nobody was in trouble and no clock was further from another one than a lease
     * is long: what one has to itself by its own clock is free by one that is ahead of it. Then it is looked at twice, which
     * changes nothing.
     */
    List<Seen> calm() {
        return seen.stream()
                .skip(1)
                .filter(one -> one.step().trouble() == Trouble.NONE)
                .filter(one -> one.step().wrong().stream()
                        .allMatch(wrong -> wrong.abs().compareTo(LEASE.dividedBy(2)) < 0))
                .filter(one -> one.at().isBefore(AWAY) || one.at().isAfter(BACK.plus(Duration.ofDays(1))))
                .toList();
    }

    /** The states one after the other, but for waiting, which may be over before the next look of all. */
    List<String> states() {
        var states = new ArrayList<String>();
        for (Seen one : seen) {
            if (one.state().equals("pending")) {
                continue;
            }
            if (states.isEmpty() || !states.getLast().equals(one.state())) {
                states.add(one.state());
            }
        }
        return states;
    }
}
