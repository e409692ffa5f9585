package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.usage.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is left, and until when, by the rules of each kind of allowance. */
class LeftTest {

    private static final Catalogues SHOP = CatalogueOf.text("""
            catalogue: shop
            version: 1
            currency: USD
            meters:
              stops: { name: Stops, unit: stops, aggregation: sum, decimals: 2 }
              warns: { name: Warns, unit: warns, aggregation: sum, decimals: 2 }
              bills: { name: Bills, unit: bills, aggregation: sum, decimals: 2 }
              daily: { name: Daily, unit: daily, aggregation: sum, decimals: 2 }
              free: { name: Free, unit: free, aggregation: sum, decimals: 2 }
            plans:
              by-month:
                name: By month
                price: "9.00"
                allowances:
                  stops: { included: 10, enforcement: hard }
                  warns: { included: 10, enforcement: soft }
                  bills: { included: 10, enforcement: metered, overage_price: "1.00" }
              by-day:
                name: By day
                price: "9.00"
                allowances:
                  stops: { included: 10, enforcement: hard }
                  daily: { included: 0, per: day, enforcement: hard }
              open:
                name: Open
                price: "9.00"
                allowances: {}
            """);

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final Instant NOW = Instant.parse("2026-03-10T20:00:00Z");

    private final TenantId tenant = new TenantId(Uuids.next());

    @ParameterizedTest
    @CsvSource({
        "stops, 0,     10,   true",
        "stops, 9,     1,    true",
        "stops, 9.5,   0.5,  false",
        "stops, 10,    0,    false",
        "stops, 12,    0,    false",
        "warns, 12,    0,    true",
        "bills, 12,    0,    true"
    })
    void what_stops_lets_through_what_is_left_and_not_more(String meter, String used, String left, boolean oneMore) {
        var counted = (Left.Counted) entitled("by-month", meter, used).left(new MeterId(meter));

        assertThat(counted.quantity()).isEqualByComparingTo(left);
        assertThat(counted.permits(BigDecimal.ONE)).isEqualTo(oneMore);
        assertThat(counted.usage().used()).isEqualByComparingTo(used);
    }

    @Test
    void an_allowance_of_a_day_is_there_again_at_midnight_and_one_of_a_month_with_the_period() {
        var entitled = entitled("by-day", "stops", "1");
        Instant midnight = Instant.parse("2026-03-11T18:30:00Z");

        assertThat(entitled.counted())
                .extracting(Left.Counted::resetsAt)
                .containsExactly(Instant.parse("2026-03-31T18:30:00Z"), midnight);
        assertThat(entitled.until()).isEqualTo(midnight);
        assertThat(entitled.left(new MeterId("daily")).permits(new BigDecimal("0.01")))
                .isFalse();
    }

    @Test
    void a_plan_leaves_what_it_does_not_name_unlimited_and_no_plan_leaves_nothing() {
        var free = new MeterId("free");
        assertThat(entitled("open", "free", "99").left(free)).isEqualTo(new Left.Unlimited());
        assertThat(entitled("open", "free", "99").left(free).permits(BigDecimal.TEN))
                .isTrue();
        assertThat(entitled("by-month", "free", "99").rest()).isEqualTo(new Left.Unlimited());

        var none = new Basis(tenant, null, Set.of()).with(new Used(Map.of(), Map.of()), SHOP, NOW);
        assertThat(none.left(free)).isEqualTo(new Left.Nothing());
        assertThat(none.left(free).permits(BigDecimal.ZERO)).isFalse();
        assertThat(none.until()).isEqualTo(Instant.MAX);
    }

    private Entitled entitled(String plan, String meter, String used) {
        var running = new Subscription(SubscriptionId.next(), tenant, tenant, "shop", 1, plan, 1, KOLKATA, NOW);
        var totals = new Totals(Map.of(new MeterId(meter), new BigDecimal(used)));
        return new Basis(tenant, Bought.of(running, SHOP, NOW), Set.of())
                .with(new Used(Map.of(tenant, totals), Map.of()), SHOP, NOW);
    }
}
