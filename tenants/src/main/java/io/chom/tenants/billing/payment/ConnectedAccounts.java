package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The accounts of brand owners. Callers hold a transaction of the owner. */
@Repository
class ConnectedAccounts {

    private final DatabaseClient database;

    ConnectedAccounts(DatabaseClient database) {
        this.database = database;
    }

    /** The owner's, or empty. */
    Mono<ConnectedAccount> find(TenantId owner) {
        return database.sql("select account, can_charge from billing.payment_account where tenant_id = :owner")
                .bind("owner", owner.value())
                .map(row -> new ConnectedAccount(
                        Objects.requireNonNull(row.get("account", String.class)),
                        Boolean.TRUE.equals(row.get("can_charge", Boolean.class))))
                .one();
    }

    /** Writes a new one; leaves the one that is there. */
    Mono<Void> begin(Acting owner, String account, Instant check) {
        return database.sql("""
                        insert into billing.payment_account (tenant_id, reseller_id, account, can_charge, check_at)
                        values (:owner, :reseller, :account, false, :check) on conflict do nothing
                        """)
                .bind("owner", owner.tenant().value())
                .bind("reseller", owner.reseller().value())
                .bind("account", account)
                .bind("check", check)
                .then();
    }

    /** Writes how it stands; true if that is new. */
    Mono<Boolean> looked(TenantId owner, boolean canCharge) {
        return database.sql("""
                        update billing.payment_account
                           set can_charge = :can, check_at = case when :can then null else check_at end
                         where tenant_id = :owner and (can_charge <> :can or (can_charge and check_at is not null))
                        """)
                .bind("owner", owner.value())
                .bind("can", canCharge)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
