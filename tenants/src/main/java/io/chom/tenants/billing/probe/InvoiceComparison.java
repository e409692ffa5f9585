package io.chom.tenants.billing.probe;

import io.chom.tenants.billing.InvoicedUsage;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Money;
import io.chom.tenants.usage.Figures;
import io.chom.tenants.usage.Totals;
import io.chom.tenants.usage.probe.Difference;
import io.chom.tenants.usage.probe.Findings;
import io.chom.tenants.usage.probe.Scope;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Compares what invoices bill of each meter with what the rollups of their periods come to, some invoices at a time. */
final class InvoiceComparison {

    private static final String WHAT = "invoices of rollups";

    /** By whole hours, and by events where a zone's midnight is none. */
    private static final String USED = """
            select meter, sum(total) as total, max(peak) as peak, sum(events) as events from (
                select meter, total, peak, events from usage.hourly where tenant_id = ? and bucket >= ? and bucket < ?
                union all
                select meter, quantity, quantity, 1 from usage.counted
                where tenant_id = ? and (time >= ? and time < ? or time >= ? and time < ?)) as parts
            group by meter
            """;

    /** What does not come out of sums; a period that was billed is over, so that levels are known to its end. */
    private static final String FIGURES = """
            select meter, quantity as latest, quantity as seconds from usage.uniques(?, ?, ?)
            union all
            select meter, latest, seconds from usage.levels(?, ?, ?, 'infinity')
            """;

    /** With the lines of later invoices that put the period right. */
    private static final String BILLED = """
            select l.subject, cast(sum(l.amount) as bigint) as amount
              from billing.invoice i join billing.invoice_line l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
             where i.tenant_id = ? and i.subscription_id = ? and l.kind in ('overage', 'adjustment') and l.days_from = ?
             group by 1
            """;

    private static final String LATE = """
            select exists (select from usage.event
                            where tenant_id = ? and meter = ? and time >= ? and time < ? and stored_at > ?)
            """;

    private final Scope scope;
    private final Connection connection;
    private final Catalogues catalogues;

    InvoiceComparison(Scope scope, Connection connection, Catalogues catalogues) {
        this.scope = scope;
        this.connection = connection;
        this.catalogues = catalogues;
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
            bind(query, after, scope.tenant(), scope.tenant());
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
        Totals used = used(one);
        Map<String, Long> billed = billed(one);
        var due = InvoicedUsage.due(catalogues, one.plan(), used);
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
            var period = one.period();
            bind(query, one.tenant(), meter.value(), at(period.start()), at(period.end()), one.lastIssued());
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Totals used(BilledPeriod one) throws SQLException {
        Instant start = one.period().start();
        Instant end = one.period().end();
        Instant first = start.plus(1, ChronoUnit.HOURS).minusNanos(1).truncatedTo(ChronoUnit.HOURS);
        Instant last = end.truncatedTo(ChronoUnit.HOURS);
        Map<MeterId, BigDecimal> used = new HashMap<>();
        each(
                USED,
                row -> sum(row, used),
                one.tenant(),
                at(first),
                at(last),
                one.tenant(),
                at(start),
                at(first),
                at(last),
                at(end));
        each(FIGURES, row -> figure(row, used), one.tenant(), at(start), at(end), one.tenant(), at(start), at(end));
        return new Totals(used);
    }

    private interface Reader {

        void read(ResultSet row) throws SQLException;
    }

    private void each(String question, Reader reader, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            bind(query, values);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private void sum(ResultSet row, Map<MeterId, BigDecimal> used) throws SQLException {
        var meter = catalogues.meter(new MeterId(row.getString("meter")));
        var column = meter.flatMap(InvoiceComparison::column);
        if (column.isPresent()) {
            used.put(meter.get().id(), row.getBigDecimal(column.get()));
        }
    }

    private void figure(ResultSet row, Map<MeterId, BigDecimal> used) throws SQLException {
        BigDecimal latest = row.getBigDecimal("latest");
        BigDecimal seconds = row.getBigDecimal("seconds");
        catalogues
                .meter(new MeterId(row.getString("meter")))
                .ifPresent(meter ->
                        Figures.quantity(meter, latest, seconds).ifPresent(quantity -> used.put(meter.id(), quantity)));
    }

    private static Optional<String> column(Meter meter) {
        return switch (meter.aggregation()) {
            case SUM -> Optional.of("total");
            case MAX -> Optional.of("peak");
            case COUNT -> Optional.of("events");
            case UNIQUE, LATEST, TIME_WEIGHTED -> Optional.empty();
        };
    }

    private Map<String, Long> billed(BilledPeriod one) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BILLED)) {
            bind(query, one.tenant(), one.subscription(), one.period().from());
            Map<String, Long> billed = new HashMap<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    billed.put(rows.getString("subject"), rows.getLong("amount"));
                }
            }
            return billed;
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void bind(PreparedStatement statement, @org.jspecify.annotations.Nullable Object... values)
            throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
    }
}
