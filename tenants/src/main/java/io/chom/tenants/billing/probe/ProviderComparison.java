package io.chom.tenants.billing.probe;

import io.chom.tenants.billing.stripe.StripeLook;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.usage.probe.Difference;
import io.chom.tenants.usage.probe.Findings;
import io.chom.tenants.usage.probe.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Compares what Stripe's meters count with what it was told, and that with the rollups of periods that are over. What was
 * asked and not answered yet may be counted there or not.
 */
final class ProviderComparison {

    private static final String WHAT = "meters at Stripe";
    private static final String TOLD = "Stripe of rollups";
    private static final int AT_ONCE = 500;

    private final Scope scope;
    private final Connection connection;
    private final StripeLook stripe;
    private final PeriodUsage usage;

    ProviderComparison(Scope scope, Connection connection, Catalogues catalogues, StripeLook stripe) {
        this.scope = scope;
        this.connection = connection;
        this.stripe = stripe;
        this.usage = new PeriodUsage(connection, catalogues);
    }

    void compare(Findings findings) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ToldMeter.ALL)) {
            PeriodUsage.bind(query, scope.tenant(), scope.tenant());
            query.setFetchSize(AT_ONCE);
            try (var rows = query.executeQuery()) {
                long seen = 0;
                for (; rows.next(); seen++) {
                    compare(ToldMeter.read(rows), findings);
                }
                findings.compared(WHAT, seen);
            }
        }
    }

    private void compare(ToldMeter one, Findings findings) throws SQLException {
        counted(one, findings);
        if (one.isOver()) {
            rolledUp(one, findings);
        }
    }

    private void counted(ToldMeter one, Findings findings) {
        Optional<BigDecimal> counted =
                stripe.counted(one.account(), one.customer(), new MeterId(one.meter()), one.span());
        if (counted.filter(one::isPossible).isEmpty()) {
            findings.add(new Difference(
                    WHAT,
                    one.slug(),
                    one.meter(),
                    one.period(),
                    one.expected(),
                    counted.map(BigDecimal::toPlainString).orElse("no such meter or customer")));
        }
    }

    private void rolledUp(ToldMeter one, Findings findings) throws SQLException {
        BigDecimal used = usage.of(one.tenant(), one.span()).of(new MeterId(one.meter()));
        if (used.setScale(0, RoundingMode.HALF_UP).longValueExact() != one.told() + one.asked()) {
            findings.add(
                    new Difference(TOLD, one.slug(), one.meter(), one.period(), used.toPlainString(), one.expected()));
        }
    }
}
