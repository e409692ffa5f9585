package io.chom.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The general contract needs a table of which a tenant owns many rows; of this one it is a row itself. */
@TenantsTest
class TenantsIsolationTest {

    private static final List<Acting> ALL =
            List.of(Acme.RESELLER, Acme.BAKERY, Acme.FLORIST, Nimbus.RESELLER, Nimbus.STUDIO, Nimbus.CLINIC);

    @Autowired
    Tenants tenants;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Test
    void each_sees_itself_and_a_reseller_its_customers_and_nobody_else() {
        for (Acting asking : ALL) {
            for (Acting other : ALL) {
                boolean allowed = asking.tenant().equals(other.tenant())
                        || asking.tenant().equals(other.reseller());
                assertThat(As.one(transactions, asking, tenants.find(other.tenant())) != null)
                        .as("%s sees %s", asking, other)
                        .isEqualTo(allowed);
            }
        }
    }

    @Test
    void nobody_changes_or_deletes_another_not_even_its_reseller() {
        for (Acting asking : ALL) {
            for (Acting other : ALL) {
                if (!asking.tenant().equals(other.tenant())) {
                    assertThat(As.one(transactions, asking, tenants.suspend(other.tenant(), Tenant.Reason.DECISION)))
                            .isFalse();
                }
            }
            var deletion = database.sql("delete from tenancy.tenant").fetch().rowsUpdated();
            assertThatThrownBy(() -> As.one(transactions, asking, deletion))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void nobody_writes_a_tenant_in_anothers_name() {
        var intruder = new Tenant(
                TenantId.next(),
                Nimbus.ID,
                Tenant.Kind.CUSTOMER,
                new Slug("intruder"),
                "Intruder",
                Tenant.Status.ACTIVE,
                ZoneOffset.UTC);
        assertThatThrownBy(() -> As.one(transactions, Acme.RESELLER, tenants.add(intruder)))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void outside_of_a_tenants_transaction_there_is_nobody() {
        assertThat(tenants.find(Acme.ID).block()).isNull();
    }
}
