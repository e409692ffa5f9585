package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeSavingTest {

    private final Catalogues catalogues = CatalogueOf.text("""
            catalogue: hosting
            version: 1
            currency: USD
            meters:
              storage_gb: { name: Storage, unit: GB, aggregation: max, decimals: 2 }
            plans:
              starter: { name: Starter, price: "29.00", yearly: { price: "290.00" }, allowances: {
                storage_gb: { included: 10, enforcement: metered, overage_price: "1.00" } } }
              pro: { name: Pro, price: "79.00", yearly: { price: "790.00" }, allowances: {
                storage_gb: { included: 100, enforcement: metered, overage_price: "0.50" } } }
              enterprise: { name: Enterprise, price: "249.00", allowances: {
                storage_gb: { included: 500, enforcement: metered, overage_price: "0.10" } } }
            """);

    @ParameterizedTest
    @CsvSource({
        "starter, 0, none",
        "starter, 60, none",
        "starter, 60.01, Pro 0.01 USD",
        "starter, 100, Pro 40.00 USD",
        "starter, 600, Enterprise 360.00 USD",
        "pro, 439, none",
        "pro, 441, Enterprise 0.50 USD",
        "enterprise, 5000, none"
    })
    void the_plan_is_found_with_which_most_is_saved(String slug, String used, String expected) {
        Plan plan = catalogues.plan("hosting", slug).orElseThrow();

        assertThat(found(plan, Term.MONTH, used)).isEqualTo(expected);
    }

    /** A year beside a year, and only where one is sold: a month of Starter comes to 24.17 then, and one of Pro to 65.83. */
    @ParameterizedTest
    @CsvSource({
        "starter, 51, none",
        "starter, 52, Pro 0.34 USD",
        "starter, 5000, Pro 2498.34 USD",
    })
    void who_pays_by_the_year_is_told_of_years(String slug, String used, String expected) {
        Plan plan = catalogues.plan("hosting", slug).orElseThrow();

        assertThat(found(plan, Term.YEAR, used)).isEqualTo(expected);
    }

    private String found(Plan plan, Term term, String used) {
        return UpgradeSaving.find(overview(plan, term, new BigDecimal(used)), catalogues)
                .map(one -> one.plan().name() + " " + one.saved())
                .orElse("none");
    }

    private UsageOverview overview(Plan plan, Term term, BigDecimal used) {
        var allowance = plan.allowances().getFirst();
        var meter = catalogues.meter(allowance.meter()).orElseThrow();
        var period = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1), ZoneOffset.UTC);
        var estimate =
                Estimate.of(List.of(LineItem.plan(plan, period)), plan.price().currency());
        return new UsageOverview(
                plan,
                term,
                period,
                List.of(Rating.rate(plan, meter, allowance, used)),
                estimate,
                BigDecimal.ZERO,
                Instant.EPOCH);
    }
}
