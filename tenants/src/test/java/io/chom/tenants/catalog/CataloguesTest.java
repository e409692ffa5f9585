package io.chom.tenants.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.catalog.Meter.Aggregation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CataloguesTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final MeterId VISITS = new MeterId("visits");

    private final Catalogues shipped = CatalogueConfiguration.load("classpath:config/catalogues/*.yaml");

    @Test
    void ships_the_hosting_plans_at_their_prices() {
        assertThat(shipped.plans("hosting"))
                .extracting(Plan::slug, plan -> plan.price().minor())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("starter", 2_900L),
                        org.assertj.core.groups.Tuple.tuple("pro", 7_900L),
                        org.assertj.core.groups.Tuple.tuple("enterprise", 24_900L));
        assertThat(shipped.plans("hosting"))
                .filteredOn(plan -> plan.entitlements().contains(Entitlement.RESELL))
                .extracting(Plan::slug)
                .containsExactly("enterprise");
        assertThat(shipped.plan("hosting", 1, "enterprise").orElseThrow().allowances())
                .extracting(one -> one.meter() + " " + one.included() + " " + Pricing.ofEach(one.overage()))
                .containsExactly("sites 100 3.00 USD", "storage_gb 500 0.05 USD", "bandwidth_gb 2000 0.02 USD");
        assertThat(shipped.meters())
                .extracting(meter -> meter.id() + " " + meter.aggregation())
                .contains("bandwidth_gb SUM", "sites MAX", "storage_gb MAX");
    }

    @Test
    void ships_what_a_brand_of_its_own_costs_once_and_by_the_month() {
        assertThat(shipped.product("white-label", "domain-setup").orElseThrow())
                .extracting(Product::price, Product::charged)
                .hasToString("[299.00 USD, ONCE]");
        assertThat(shipped.product("white-label", "managed").orElseThrow())
                .extracting(Product::price, Product::charged)
                .hasToString("[499.00 USD, MONTHLY]");
        assertThat(shipped.product("white-label", "unheard-of")).isEmpty();
        assertThat(shipped.plans("white-label")).isEmpty();
    }

    /** Sites are called as each brand calls them, wherever they are shown. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void whatever_is_counted_or_sold_has_a_name_in_every_language_of_the_portal(String language) {
        var locale = Locale.of(language);
        assertThat(shipped.meters())
                .filteredOn(meter -> !meter.id().value().equals("sites"))
                .allSatisfy(meter -> assertThat(meter.translations()).containsKey(locale));
        assertThat(shipped.product("white-label", "managed").orElseThrow().translations())
                .containsKey(locale);
        assertThat(shipped.product("white-label", "domain-setup").orElseThrow().translations())
                .containsKey(locale);
    }

    @Test
    void a_meter_speaks_english_to_whoever_speaks_no_language_that_it_has_words_of() {
        var calls = shipped.meter(new MeterId("api_calls")).orElseThrow();
        assertThat(calls.in(Locale.GERMANY).unit(BigDecimal.ONE)).isEqualTo("Aufruf");
        assertThat(calls.in(Locale.GERMANY).unit(BigDecimal.TEN)).isEqualTo("Aufrufe");
        assertThat(calls.in(Locale.JAPAN).unit(BigDecimal.ONE)).isEqualTo("call");
        assertThat(shipped.meter(new MeterId("storage_gb"))
                        .orElseThrow()
                        .in(Locale.GERMAN)
                        .unit(BigDecimal.ONE))
                .isEqualTo("GB");
    }

    @Test
    void ships_freight_with_soft_limits_at_first_and_hard_ones_above() {
        assertThat(shipped.plans("freight")).extracting(Plan::slug).containsExactly("starter", "pro", "enterprise");
        assertThat(shipped.plan("freight", "starter").orElseThrow().allowances())
                .extracting(one -> one.meter() + " " + one.per() + " " + one.enforcement())
                .containsExactly("quotes MONTH SOFT");
        assertThat(shipped.plan("freight", "pro").orElseThrow().allowances())
                .extracting(one -> one.meter() + " " + one.per() + " " + one.enforcement())
                .containsExactly("quotes MONTH HARD", "bulk_jobs DAY HARD", "directory_invites MONTH HARD");
    }

    @Test
    void ships_what_programs_may_do_with_calls_by_the_day_but_for_the_largest() {
        assertThat(shipped.plans("api"))
                .extracting(plan -> plan.slug() + " " + plan.price())
                .containsExactly("starter 99.00 USD", "professional 299.00 USD", "enterprise 999.00 USD");
        assertThat(shipped.plans("api").stream().flatMap(plan -> plan.allowances().stream()))
                .extracting(one -> one.meter() + " " + one.included() + " " + one.per() + " " + one.enforcement())
                .containsExactly(
                        "api_calls 1000 DAY HARD",
                        "sites 10 MONTH HARD",
                        "api_calls 10000 DAY HARD",
                        "sites 100 MONTH HARD",
                        "sites 1000 MONTH HARD");
    }

    @Test
    void sells_the_highest_version_and_keeps_the_ones_before() {
        var catalogues =
                new Catalogues(List.of(catalogue(2, Aggregation.SUM, USD), catalogue(1, Aggregation.SUM, USD)));

        assertThat(catalogues.plan("shop", "small")).map(Plan::version).hasValue(2);
        assertThat(catalogues.plan("shop", 1, "small")).map(Plan::version).hasValue(1);
        assertThat(catalogues.plan("shop", 3, "small")).isEmpty();
        assertThat(catalogues.plans("nothing")).isEmpty();
    }

    @Test
    void refuses_catalogues_that_contradict_each_other() {
        var first = catalogue(1, Aggregation.SUM, USD);

        assertThatThrownBy(() -> new Catalogues(List.of(first, first))).hasMessageContaining("is there twice");
        assertThatThrownBy(() -> new Catalogues(List.of(first, catalogue(2, Aggregation.MAX, USD))))
                .hasMessageStartingWith("catalogue shop version 2: /meters/visits: is described differently");
        assertThatThrownBy(() ->
                        new Catalogues(List.of(first, catalogue(2, Aggregation.SUM, Currency.getInstance("EUR")))))
                .hasMessageContaining("an installation sells in one");
        assertThatThrownBy(() -> new Catalogues(List.of())).hasMessageContaining("holds no catalogue");
    }

    private static Catalogue catalogue(int version, Aggregation aggregation, Currency currency) {
        var meter = new Meter(VISITS, new Meter.Words("Visits", "visits", "visit"), aggregation, 0);
        var plan = new Plan(
                "shop",
                version,
                "small",
                "Small",
                new io.chom.tenants.platform.Money(900, currency),
                Set.of(),
                List.of());
        return new Catalogue(
                "shop", version, currency, false, Proration.NEXT_INVOICE, List.of(meter), List.of(plan), List.of());
    }
}
