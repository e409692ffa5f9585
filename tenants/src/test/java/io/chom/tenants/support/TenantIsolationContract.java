package io.chom.tenants.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The law that every repository obeys. Its test extends this class, next to {@link TenantsTest}, and says which
 * table it is about and how a row of it comes to be.
 */
public abstract class TenantIsolationContract {

    @Autowired
    protected DatabaseClient database;

    @Autowired
    protected TransactionalOperator transactions;

    /** The one table that {@link #write()} writes to, such as {@code tenancy.domain}. */
    public abstract String table();

    /** Writes at least one new row for the acting tenant, through the repository, inside a transaction of that tenant. */
    public abstract Publisher<?> write();

    /** What the repository shows to the acting tenant; the whole table where it shows none. */
    public Flux<?> read() {
        return database.sql("select tenant_id from " + table()).fetch().all();
    }

    @Test
    final void a_tenant_sees_what_it_wrote() {
        long before = visible(Acme.BAKERY, Acme.BAKERY.tenant());
        write(Acme.BAKERY);

        assertThat(visible(Acme.BAKERY, Acme.BAKERY.tenant())).isGreaterThan(before);
        assertThat(shown(Acme.BAKERY)).isPositive();
    }

    @Test
    final void nobody_else_sees_it() {
        long toStudio = shown(Nimbus.STUDIO);
        long toFlorist = shown(Acme.FLORIST);
        long toNimbus = shown(Nimbus.RESELLER);
        write(Acme.BAKERY);

        for (Acting other : new Acting[] {Nimbus.STUDIO, Nimbus.RESELLER, Acme.FLORIST}) {
            assertThat(visible(other, Acme.BAKERY.tenant())).isZero();
        }
        assertThat(shown(Nimbus.STUDIO)).isEqualTo(toStudio);
        assertThat(shown(Acme.FLORIST)).isEqualTo(toFlorist);
        assertThat(shown(Nimbus.RESELLER)).isEqualTo(toNimbus);
    }

    @Test
    final void a_reseller_sees_the_rows_of_its_own_customers_only() {
        write(Acme.BAKERY);
        write(Nimbus.STUDIO);

        assertThat(visible(Acme.RESELLER, Acme.BAKERY.tenant())).isPositive();
        assertThat(visible(Acme.RESELLER, Nimbus.STUDIO.tenant())).isZero();
        assertThat(count(Acme.RESELLER, "reseller_id <> :tenant", Acme.ID)).isZero();
    }

    @Test
    final void without_a_tenant_there_is_nothing_to_see_and_no_transaction() {
        write(Acme.BAKERY);

        assertThat(database.sql("select count(*) as n from " + table())
                        .map(row -> row.get("n", Long.class))
                        .one()
                        .block(Duration.ofSeconds(20)))
                .isZero();
        assertThatThrownBy(
                        () -> Mono.from(write()).as(transactions::transactional).block(Duration.ofSeconds(20)))
                .hasStackTraceContaining("needs a tenant");
    }

    @Test
    final void nobody_else_changes_or_deletes_it() {
        write(Acme.BAKERY);
        long rows = visible(Acme.BAKERY, Acme.BAKERY.tenant());

        for (Acting other : new Acting[] {Nimbus.STUDIO, Nimbus.RESELLER, Acme.FLORIST, Acme.RESELLER}) {
            assertThat(changed(other, "update " + table() + " set tenant_id = tenant_id"))
                    .isZero();
            assertThat(changed(other, "delete from " + table())).isZero();
        }
        assertThat(visible(Acme.BAKERY, Acme.BAKERY.tenant())).isEqualTo(rows);
    }

    private void write(Acting acting) {
        As.all(transactions, acting, Flux.from(write()).cast(Object.class));
    }

    private long shown(Acting acting) {
        return As.all(transactions, acting, read().cast(Object.class)).size();
    }

    private long visible(Acting acting, TenantId whose) {
        return count(acting, "tenant_id = :tenant", whose);
    }

    private long count(Acting acting, String condition, TenantId tenant) {
        var count = database.sql("select count(*) as n from " + table() + " where " + condition)
                .bind("tenant", tenant.value())
                .map(row -> row.get("n", Long.class))
                .one();
        return As.all(transactions, acting, count.flux()).getFirst();
    }

    /** Rows changed; a table that the application may not change at all counts as none. */
    private long changed(Acting acting, String statement) {
        var change = database.sql(statement + " where tenant_id = :tenant")
                .bind("tenant", Acme.BAKERY.tenant().value())
                .fetch()
                .rowsUpdated();
        try {
            return As.all(transactions, acting, change.flux()).getFirst();
        } catch (DataAccessException refused) {
            assertThat(refused).rootCause().hasMessageContaining("permission denied");
            return 0;
        }
    }
}
