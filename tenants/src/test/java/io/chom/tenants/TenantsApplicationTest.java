package io.chom.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@TenantsTest
class TenantsApplicationTest {

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Test
    void the_root_context_starts_on_real_parts_and_shows_a_reseller_its_own_tenants() {
        var names = database.sql("select name from tenancy.tenant order by name")
                .map(row -> row.get("name", String.class))
                .all()
                .collectList()
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(Acme.RESELLER))
                .block(Duration.ofSeconds(10));

        assertThat(names).contains("Acme Hosting", "Bakery", "Florist").doesNotContain("Nimbus Cloud", "Studio");
        assertThat(Nimbus.RESELLER.isReseller()).isTrue();
    }
}
