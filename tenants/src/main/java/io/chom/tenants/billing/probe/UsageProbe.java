package io.chom.tenants.billing.probe;

import io.chom.tenants.billing.stripe.StripeLook;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.usage.probe.Findings;
import io.chom.tenants.usage.probe.RollupProbe;
import io.chom.tenants.usage.probe.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Compares the rollups of usage with the events behind them, invoices with the rollups of their periods, and where Stripe is
 * told what is used, its meters with those. The database does the sums, so that this holds no more than what differs, however
 * much there is.
 */
public final class UsageProbe {

    private final Scope scope;

    private UsageProbe(Scope scope) {
        this.scope = scope;
    }

    /**
     * The probe of the database that {@code chom.postgres.*} names; needs no application context.
     *
     * @param tenant slug of the one tenant that is looked at, or null for all
     */
    public static UsageProbe of(Environment environment, @Nullable String tenant) {
        return new UsageProbe(new Scope(environment, tenant));
    }

    /**
     * Compares everything. Blocks; changes nothing but the record of the look.
     *
     * @throws IllegalStateException if the database cannot be reached or does not let the probe in
     */
    public UsageReport run() {
        return look("usage probe", connection -> compared(connection, 0));
    }

    /**
     * Writes wrong rollups anew from their events, a day of a tenant at a time while the program goes on to count, and then
     * compares. Invoices never change: what they lack becomes a line of the next one.
     *
     * @throws IllegalStateException if the database cannot be reached or does not let the probe in
     */
    public UsageReport rebuild() {
        return look("usage rebuild", connection -> compared(connection, new RollupProbe(scope, connection).rebuild()));
    }

    private UsageReport compared(Connection connection, long rebuilt) throws SQLException {
        var findings = new Findings();
        new RollupProbe(scope, connection).compare(findings);
        var catalogues = Catalogues.published(connection);
        new InvoiceComparison(scope, connection, catalogues).compare(findings);
        var stripe = StripeLook.of(scope.environment());
        if (stripe.isPresent()) {
            new ProviderComparison(scope, connection, catalogues, stripe.get()).compare(findings);
        }
        return UsageReport.of(findings, rebuilt);
    }

    private interface Look {

        UsageReport at(Connection connection) throws SQLException;
    }

    private UsageReport look(String purpose, Look look) {
        try (Connection connection = scope.open(purpose)) {
            return look.at(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The probe cannot ask the database: " + e.getMessage(), e);
        }
    }
}
