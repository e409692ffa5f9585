package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final MeterId STORAGE = new MeterId("storage_gb");
    private static final MeterId JOBS = new MeterId("jobs");
    private static final MeterId CALLS = new MeterId("calls");

    private final Catalogues catalogues = CatalogueOf.text("""
            catalogue: hosting
            version: 1
            currency: USD
            meters:
              storage_gb: { name: Storage, unit: GB, aggregation: max, decimals: 2 }
              jobs: { name: Jobs, unit: jobs, aggregation: sum, decimals: 0 }
              calls: { name: Calls, unit: calls, aggregation: sum, decimals: 0 }
            plans:
              starter: { name: Starter, price: "29.00", allowances: {
                storage_gb: { included: 10, enforcement: metered, overage_price: "1.00" },
                jobs: { included: 5, enforcement: hard },
                calls: { included: 10, per: day, enforcement: hard } } }
              pro: { name: Pro, price: "79.00", yearly: { price: "790.00" }, allowances: {
                storage_gb: { included: 100, enforcement: metered, overage: {
                  graduated: [ { up_to: 50, price: "0.50", flat: "3.00" }, { price: "0.333" } ] } },
                jobs: { included: 50, enforcement: hard } } }
              enterprise: { name: Enterprise, price: "249.00", yearly: { price: "2490.00" }, allowances: {
                storage_gb: { included: 500, enforcement: metered, overage_price: "0.10" },
                jobs: { included: 50, enforcement: soft } } }
            """);

    @Test
    void each_plan_says_what_it_comes_to_and_where_it_stops() {
        var all = over("starter", "160", "6");
        assertThat(all)
                .extracting(one -> one.plan().slug() + " " + one.total() + (one.isHad() ? " had" : ""))
                .containsExactly("starter 179.00 USD had", "pro 110.33 USD", "enterprise 249.00 USD");
        assertThat(all.getFirst().stops()).extracting(one -> one.meter().id()).containsExactly(JOBS);
        assertThat(all.getFirst().meters()).extracting(one -> one.meter().id()).containsExactly(STORAGE, JOBS);
        assertThat(all.get(1).stops()).isEmpty();
        assertThat(all.get(1).beyond()).extracting(one -> one.meter().id()).containsExactly(STORAGE);
        assertThat(WhatIf.cheapest(all))
                .hasValueSatisfying(one -> assertThat(one.plan().slug()).isEqualTo("pro"));
    }

    @Test
    void what_is_not_given_is_never_the_cheapest_and_among_equals_one_stays() {
        assertThat(WhatIf.cheapest(over("starter", "0", "6")))
                .hasValueSatisfying(one -> assertThat(one.plan().slug()).isEqualTo("pro"));
        assertThat(WhatIf.cheapest(over("pro", "60", "0")))
                .as("starter and pro cost 79.00")
                .hasValueSatisfying(one -> assertThat(one.plan().slug()).isEqualTo("pro"));
        assertThat(WhatIf.cheapest(over("starter", "60", "0")))
                .hasValueSatisfying(one -> assertThat(one.plan().slug()).isEqualTo("starter"));
    }

    @Test
    void who_pays_by_the_year_compares_years_by_the_month() {
        var all = WhatIf.over(
                plan("pro"), Term.YEAR, BigDecimal.ZERO, Map.of(STORAGE, new BigDecimal("110")), catalogues);
        assertThat(all)
                .extracting(one -> one.plan().slug() + " " + one.base() + " " + one.total())
                .containsExactly("pro 65.83 USD 73.83 USD", "enterprise 207.50 USD 207.50 USD");
    }

    @Test
    void a_plan_with_raised_limits_is_shown_once_and_with_them() {
        var raised = plan("starter").raised(Map.of(JOBS, BigDecimal.TEN));
        var all = WhatIf.over(raised, Term.MONTH, BigDecimal.ZERO, Map.of(JOBS, BigDecimal.valueOf(8)), catalogues);
        assertThat(all).hasSize(3);
        assertThat(all.getFirst().isHad()).isTrue();
        assertThat(all.getFirst().stops()).isEmpty();
    }

    @RepeatedTest(50)
    void a_total_is_what_the_lines_of_an_invoice_add_up_to_and_more_use_never_costs_less(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var used = new BigDecimal(random.nextInt(1_000_000)).movePointLeft(2);
        var more = used.add(new BigDecimal(random.nextInt(10_000)).movePointLeft(2));
        for (String slug : List.of("starter", "pro", "enterprise")) {
            for (WhatIf one : over(slug, used.toPlainString(), "3")) {
                Money lines = one.meters().stream()
                        .filter(meter -> meter.allowance().overage() != null)
                        .flatMap(meter -> meter.allowance().overage().charges(meter.overage()).stream())
                        .map(charge -> charge.amount())
                        .reduce(one.plan().price(), Money::plus);
                assertThat(one.total()).isEqualTo(lines);
                Money later = over(slug, more.toPlainString(), "3").stream()
                        .filter(other -> other.plan().equals(one.plan()))
                        .findFirst()
                        .orElseThrow()
                        .total();
                assertThat(later).isGreaterThanOrEqualTo(one.total());
            }
        }
    }

    private List<WhatIf> over(String slug, String storage, String jobs) {
        return WhatIf.over(
                plan(slug),
                Term.MONTH,
                BigDecimal.ZERO,
                Map.of(STORAGE, new BigDecimal(storage), JOBS, new BigDecimal(jobs), CALLS, BigDecimal.TEN),
                catalogues);
    }

    private Plan plan(String slug) {
        return catalogues.plan("hosting", slug).orElseThrow();
    }
}
