package io.chom.tenants.platform.probe;

import io.chom.tenants.platform.probe.Tables.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries, as the application's role, what must not work; and what must, so that a refusal means something. */
final class Attempts {

    private static final String REFUSED = "42501";

    private final AppSession app;
    private final List<Table> tables;
    private final Sample brand = Sample.ofReseller();
    private final Sample customer = Sample.ofCustomer(brand);
    private final Sample sibling = Sample.ofCustomer(brand);
    private final Sample stranger = Sample.ofReseller();
    private final List<Check> checks = new ArrayList<>();

    /** @param app a connection of the application's role, inside a transaction that the caller rolls back */
    Attempts(Connection app, List<Table> tables) {
        this.app = new AppSession(app);
        this.tables = tables;
    }

    List<Check> make() throws SQLException {
        for (Table table : tables) {
            nobody(table, "without any tenant");
        }
        for (Sample tenant : List.of(brand, customer, sibling, stranger)) {
            app.actAs(tenant);
            app.execute(tenant.tenantRow());
        }
        for (Table table : tables) {
            attempt(table);
        }
        return List.copyOf(checks);
    }

    private void attempt(Table table) throws SQLException {
        Optional<String> unable = row(table, customer);
        if (unable.isPresent()) {
            checks.add(Check.notTried(table.name(), "with a row of a customer", unable.get()));
            return;
        }
        reads(table, customer, "as the customer itself", true);
        reads(table, brand, "as its reseller", true);
        writesNothing(table, brand, "as its reseller");
        stranger(table, sibling, "as another customer of the reseller");
        stranger(table, stranger, "as another reseller");
        app.actAsNobody();
        nobody(table, "after the tenant was taken away");
        handsOver(table);
    }

    /** The row that others try for; the tenants themselves are there already. */
    private Optional<String> row(Table table, Sample owner) throws SQLException {
        app.actAs(owner);
        return table.name().equals("tenancy.tenant") ? Optional.empty() : app.trouble(owner.row(table));
    }

    private void stranger(Table table, Sample who, String how) throws SQLException {
        reads(table, who, how, false);
        writesNothing(table, who, how);
    }

    private void nobody(Table table, String how) throws SQLException {
        expectNoRows(table, "read " + how, "select from %s".formatted(table.name()));
        expectNoRows(table, "update " + how, "update %s set tenant_id = tenant_id".formatted(table.name()));
        expectNoRows(table, "delete " + how, "delete from %s".formatted(table.name()));
        expectRefusal(table, "insert " + how, customer.another().row(table));
    }

    private void reads(Table table, Sample who, String how, boolean may) throws SQLException {
        app.actAs(who);
        AppSession.Outcome seen =
                app.attempt("select from %s where tenant_id = '%s'".formatted(table.name(), customer.tenant()));
        boolean right = may ? seen.rows() > 0 : seen.rows() <= 0 && (seen.worked() || seen.refused(REFUSED));
        add(right, table, "read " + how, seen);
    }

    private void writesNothing(Table table, Sample who, String how) throws SQLException {
        app.actAs(who);
        String those = " where tenant_id = '%s'".formatted(customer.tenant());
        expectNoRows(table, "update " + how, "update " + table.name() + " set tenant_id = tenant_id" + those);
        expectNoRows(table, "delete " + how, "delete from " + table.name() + those);
        expectRefusal(table, "insert " + how, customer.another().row(table));
    }

    /** A tenant gives a row of its own away, which would plant it at the other. */
    private void handsOver(Table table) throws SQLException {
        if (row(table, stranger).isEmpty()) {
            expectRefusal(
                    table,
                    "hand a row over to another tenant",
                    "update %s set tenant_id = '%s' where tenant_id = '%s'"
                            .formatted(table.name(), customer.tenant(), stranger.tenant()));
        }
    }

    private void expectNoRows(Table table, String what, String sql) throws SQLException {
        AppSession.Outcome seen = app.attempt(sql);
        add(seen.worked() ? seen.rows() == 0 : seen.refused(REFUSED), table, what, seen);
    }

    private void expectRefusal(Table table, String what, String sql) throws SQLException {
        AppSession.Outcome seen = app.attempt(sql);
        add(seen.refused(REFUSED), table, what, seen);
    }

    private void add(boolean right, Table table, String what, AppSession.Outcome seen) {
        checks.add(
                right
                        ? Check.passed(table.name(), what, seen.toString())
                        : Check.failed(table.name(), what, seen.toString()));
    }
}
