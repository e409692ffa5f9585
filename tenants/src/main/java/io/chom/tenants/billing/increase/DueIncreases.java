package io.chom.tenants.billing.increase;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all tenants what somebody is to be told of, and for the platform what brand owners ask. */
@Repository
class DueIncreases {

    private static final Purpose TELLING = Purpose.routine("limit increases");
    private static final Purpose LISTING = Purpose.audited("list limit increases");

    /** Whoever sells to a customer decides; to a brand owner the platform sells. */
    private static final String UNTOLD = """
            select i.*, c.name, seller.tenant_id as seller
              from billing.limit_increase i
              join tenancy.tenant c on c.tenant_id = i.tenant_id
              join tenancy.tenant seller
                on case when i.tenant_id = i.reseller_id then seller.kind = 'platform'
                        else seller.tenant_id = i.reseller_id end
             where i.state = 'asked'
               and not exists (select from billing.limit_increase_notice n
                                where n.tenant_id = seller.tenant_id and n.increase_id = i.id)
             order by i.asked_at
            """;

    private final CrossTenant crossTenant;
    private final IncreaseBook book;

    DueIncreases(CrossTenant crossTenant, IncreaseBook book) {
        this.crossTenant = crossTenant;
        this.book = book;
    }

    /**
     * A request of which whoever decides has not been told.
     *
     * @param seller who decides
     */
    record Untold(TenantId seller, Increase increase) {}

    /** All of them, the oldest first. */
    Flux<Untold> untold() {
        return crossTenant.many(
                TELLING,
                database -> database.sql(UNTOLD)
                        .map(row -> book.read(row)
                                .map(one -> new Untold(
                                        new TenantId(Objects.requireNonNull(row.get("seller", UUID.class))), one)))
                        .all()
                        .flatMapSequential(Mono::justOrEmpty));
    }

    /** What brand owners asked of the platform; recorded. */
    Flux<Increase> ofOwners(int most) {
        return crossTenant.many(LISTING, database -> book.ofOwners(database, most));
    }
}
