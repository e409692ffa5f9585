package io.chom.tenants.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.Entitled;
import io.chom.tenants.billing.SeatUse;
import io.chom.tenants.billing.web.UsageResponse.PlanPart;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What programs are told of plans that are sold by the seat. */
class SeatsOnTheWireTest {

    private final Plan pro =
            CatalogueOf.text("""
                    catalogue: hosting
                    version: 1
                    currency: USD
                    meters: {}
                    plans:
                      pro: { name: Pro, price: "79.00", seats: { included: 2, price: "12.00" }, allowances: {} }
                    """).plan("hosting", "pro").orElseThrow().seated(5);

    @Test
    void what_may_be_used_tells_how_many_people_may_be_added() {
        var told = EntitlementsResponse.of(entitled(pro), Optional.of(new SeatUse(pro, 3)));

        assertThat(told.seats()).isEqualTo(new EntitlementsResponse.SeatsPart(5, 3, 2));
        assertThat(EntitlementsResponse.of(entitled(pro), Optional.of(new SeatUse(pro, 8)))
                        .seats())
                .isEqualTo(new EntitlementsResponse.SeatsPart(5, 8, 0));
    }

    @Test
    void nothing_is_told_where_nothing_limits_people_or_nothing_may_be_used() {
        assertThat(EntitlementsResponse.of(entitled(pro), Optional.empty()).seats())
                .isNull();
        assertThat(EntitlementsResponse.of(entitled(null), Optional.of(new SeatUse(pro, 3)))
                        .seats())
                .isNull();
    }

    @Test
    void what_is_bought_tells_for_how_many_and_what_all_of_them_cost() {
        var told = PlanPart.of(pro, Term.MONTH);

        assertThat(told.seats()).isEqualTo(5);
        assertThat(told.price().minor()).isEqualTo(7_900 + 3 * 1_200);
    }

    private static Entitled entitled(@Nullable Plan plan) {
        return new Entitled(TenantId.next(), plan, Set.of(), List.of(), Instant.EPOCH, Instant.MAX);
    }
}
