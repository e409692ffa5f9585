package io.chom.tenants.billing.discount;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Finds across all tenants what sellers and the platform are to be told of, and what the platform decides about. */
@Repository
class DueDiscounts {

    private static final Purpose TELLING = Purpose.routine("discounts");
    private static final Purpose LISTING = Purpose.audited("list discounts to decide");

    /** Whoever decides is told of a wish that still waits, and whoever sells of the decision. */
    private static final String UNTOLD = """
            select d.*, c.name, s.step, s.words, told.tenant_id as told
              from billing.discount d
              join billing.discount_step s on s.tenant_id = d.tenant_id and s.discount_id = d.id
              join tenancy.tenant c on c.tenant_id = d.tenant_id
              join tenancy.tenant told
                on case when s.step = 'asked' and d.decider = 'operator' then told.kind = 'platform'
                        else told.tenant_id = d.reseller_id end
             where (s.step = 'asked' and d.state = 'asked' or s.step in ('approved', 'refused'))
               and s.done_at > now() - interval '7 days'
               and not exists (select from billing.discount_notice n
                                where n.tenant_id = told.tenant_id and n.discount_id = d.id and n.step = s.step)
             order by s.done_at
            """;

    private final CrossTenant crossTenant;

    DueDiscounts(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /**
     * Something that somebody has not been told of.
     *
     * @param house who is to be told
     * @param discount which it is about
     * @param step what was done
     * @param words what was said
     */
    record Untold(TenantId house, Discount discount, DiscountStep.Kind step, String words) {}

    /** All of them, the oldest first. */
    Flux<Untold> untold() {
        return crossTenant.many(
                TELLING,
                database -> database.sql(UNTOLD)
                        .map(row -> new Untold(
                                new TenantId(DiscountBook.get(row, "told", UUID.class)),
                                DiscountBook.read(row),
                                DiscountStep.Kind.valueOf(DiscountBook.get(row, "step", String.class)
                                        .toUpperCase(Locale.ROOT)),
                                DiscountBook.get(row, "words", String.class)))
                        .all());
    }

    /** What is, or was, for the platform to decide; recorded. */
    Flux<Discount> forOperators(int most) {
        return crossTenant.many(LISTING, database -> DiscountBook.forOperators(database, most));
    }
}
