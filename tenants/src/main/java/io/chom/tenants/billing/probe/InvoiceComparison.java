package io.chom.tenants.billing.probe;

import io.chom.tenants.billing.InvoicedUsage;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Money;
import io.chom.tenants.usage.Totals;
import io.chom.tenants.usage.probe.Difference;
import io.chom.tenants.usage.probe.Findings;
import io.chom.tenants.usage.probe.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares what invoices bill of each meter with what the rollups of their periods come to, some invoices at a time. */
final class InvoiceComparison {

    private static final String WHAT = "invoices of rollups";

    /** With the lines of later invoices that put the period right. */
    private static final String BILLED = """
            select l.subject, cast(sum(l.amount) as bigint) as amount
              from billing.invoice i join billing.invoice_line l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
             where i.tenant_id = ? and i.subscription_id = ? and i.currency = ? and l.kind in ('overage', 'adjustment') and l.days_from = ?
             group by 1
            """;

    // An event is stamped when its transaction begins, and an invoice does not see what is not committed yet: what was
    // stamped shortly before it may have come after it. A minute is longer than storing ever takes.
    private static final String LATE = """
            select exists (select from usage.event
                            where tenant_id = ? and meter = ? and time >= ? and time < ?
                                  and stored_at > cast(? as timestamptz) - interval '1 minute')
                or exists (select from usage.correction
                            where tenant_id = ? and meter = ? and event_time >= ? and event_time < ?
                                  and stored_at > cast(? as timestamptz) - interval '1 minute')
            """;

    private final Scope scope;
    private final Connection connection;
    private final Catalogues catalogues;
    private final PeriodUsage usage;

    InvoiceComparison(Scope scope, Connection connection, Catalogues catalogues) {
        this.scope = scope;
        this.connection = connection;
        this.catalogues = catalogues;
        this.usage = new PeriodUsage(connection, catalogues);
    }

    void compare(Findings findings) throws SQLException {
        UUID last = new UUID(0, 0);
        for (var page = page(last); !page.isEmpty(); page = page(last)) {
            for (BilledPeriod one : page) {
                compare(one, findings);
                last = one.invoice();
            }
            findings.compared(WHAT, page.size());
            connection.commit();
        }
    }

    private List<BilledPeriod> page(UUID after) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BilledPeriod.PAGE)) {
            PeriodUsage.bind(query, after, scope.tenant(), scope.tenant());
            var page = new ArrayList<BilledPeriod>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    page.add(BilledPeriod.read(rows));
                }
            }
            return page;
        }
    }

    private void compare(BilledPeriod one, Findings findings) throws SQLException {
        Totals used = usage.of(one.tenant(), one.period().span());
        Map<String, Long> billed = billed(one);
        var due = InvoicedUsage.due(catalogues, one.plan(), one.currency(), used);
        if (due.isEmpty()) {
            findings.add(new Difference(
                    WHAT,
                    one.slug(),
                    "-",
                    one.number(),
                    "plan " + one.plan(),
                    "no such plan in a published catalogue"));
            return;
        }
        for (var meter : due.get().entrySet()) {
            var found = new Money(billed.getOrDefault(meter.getKey().value(), 0L), one.currency());
            if (!found.equals(meter.getValue()) && !isAwaited(one, meter.getKey())) {
                findings.add(new Difference(
                        WHAT,
                        one.slug(),
                        meter.getKey().value(),
                        one.number(),
                        "%s for %s"
                                .formatted(
                                        meter.getValue(),
                                        used.of(meter.getKey()).toPlainString()),
                        found.toString()));
            }
        }
    }

    /** Whether events came after the last invoice: then the next one puts it right. */
    private boolean isAwaited(BilledPeriod one, MeterId meter) throws SQLException {
        if (one.later() >= InvoicedUsage.PUT_RIGHT) {
            return false;
        }
        try (PreparedStatement query = connection.prepareStatement(LATE)) {
            Instant start = since(one, meter);
            Instant end = one.period().end();
            PeriodUsage.bind(
                    query,
                    one.tenant(),
                    meter.value(),
                    PeriodUsage.at(start),
                    PeriodUsage.at(end),
                    one.lastIssued(),
                    one.tenant(),
                    meter.value(),
                    PeriodUsage.at(start),
                    PeriodUsage.at(end),
                    one.lastIssued());
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** From when on events matter to a period: a level also comes from before it. */
    private Instant since(BilledPeriod one, MeterId meter) {
        return catalogues
                .meter(meter)
                .filter(known -> known.aggregation() == Meter.Aggregation.TIME_WEIGHTED)
                .map(known -> Instant.EPOCH)
                .orElse(one.period().start());
    }

    private Map<String, Long> billed(BilledPeriod one) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BILLED)) {
            PeriodUsage.bind(
                    query,
                    one.tenant(),
                    one.subscription(),
                    one.currency().getCurrencyCode(),
                    one.period().from());
            Map<String, Long> billed = new HashMap<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    billed.put(rows.getString("subject"), rows.getLong("amount"));
                }
            }
            return billed;
        }
    }
}
