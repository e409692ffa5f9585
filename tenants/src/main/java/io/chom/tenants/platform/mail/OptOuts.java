package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which kinds of mail an address does not want, by owner of a brand. Works on the client that it is given. */
@Repository
class OptOuts {

    Mono<Boolean> cover(DatabaseClient database, TenantId owner, EmailAddress address, String kind) {
        return database.sql("""
                        select true as found from platform.mail_opt_out
                         where tenant_id = :owner and address = :address and kind = :kind
                        """)
                .bind("owner", owner.value())
                .bind("address", address.value())
                .bind("kind", kind)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    Mono<Void> put(DatabaseClient database, Acting owner, Unsubscribing.Wish wish, Instant now) {
        return database.sql("""
                        insert into platform.mail_opt_out (tenant_id, reseller_id, address, kind, at)
                        values (:owner, :reseller, :address, :kind, :now) on conflict do nothing
                        """)
                .bind("owner", owner.tenant().value())
                .bind("reseller", owner.reseller().value())
                .bind("address", wish.address().value())
                .bind("kind", wish.kind())
                .bind("now", now)
                .then();
    }
}
