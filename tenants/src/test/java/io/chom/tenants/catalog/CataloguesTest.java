package io.chom.tenants.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CataloguesTest {

    private static final MeterId VISITS = new MeterId("visits");

    private static final String SHOP = """
            catalogue: shop
            version: 1
            currency: USD
            meters:
              visits: { name: Visits, unit: visits, one: visit, aggregation: sum, decimals: 0 }
            plans:
              small: { name: Small, price: "9.00", allowances: {} }
            """;

    private final Catalogues shipped =
            new Catalogues(CatalogueConfiguration.read(CatalogueConfiguration.SHIPPED), List.of());

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
    void ships_hosting_by_the_year_at_ten_months_and_leaves_the_version_before_as_it_was() {
        assertThat(shipped.plans("hosting"))
                .allSatisfy(plan ->
                        assertThat(plan.price(Term.YEAR)).isEqualTo(plan.price().times(BigDecimal.TEN)))
                .allSatisfy(plan -> assertThat(
                                shipped.plan("hosting", 1, plan.slug()).orElseThrow())
                        .isEqualTo(new Plan(
                                "hosting",
                                1,
                                plan.slug(),
                                plan.name(),
                                plan.price(),
                                plan.entitlements(),
                                plan.allowances())));
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
        var catalogues = new Catalogues(CatalogueOf.files(version(2), SHOP), List.of());

        assertThat(catalogues.plan("shop", "small")).map(Plan::version).hasValue(2);
        assertThat(catalogues.plan("shop", 1, "small")).map(Plan::version).hasValue(1);
        assertThat(catalogues.plan("shop", 3, "small")).isEmpty();
        assertThat(catalogues.plans("nothing")).isEmpty();
    }

    /** Taking the file of a version away withdraws it, and a catalogue whose files are all gone is sold no more. */
    @Test
    void a_version_without_a_file_is_kept_and_never_sold() {
        var gone = SHOP.replace("shop", "gone").replace("9.00", "7.00");
        var catalogues = new Catalogues(CatalogueOf.files(SHOP), CatalogueOf.files(version(2), gone));

        assertThat(catalogues.plan("shop", "small")).map(Plan::version).hasValue(1);
        assertThat(catalogues.plan("shop", 2, "small")).map(Plan::version).hasValue(2);
        assertThat(catalogues.names()).containsExactly("shop");
        assertThat(catalogues.plans("gone")).isEmpty();
        assertThat(catalogues.plan("gone", 1, "small").orElseThrow().price()).hasToString("7.00 USD");
    }

    /** So that an installation that starts with what ships may still choose its currency. */
    @Test
    void what_was_published_in_another_currency_stays_readable_and_does_not_choose_that_of_today() {
        var euros = version(2).replace("USD", "EUR");
        var catalogues = new Catalogues(CatalogueOf.files(euros), CatalogueOf.files(SHOP));

        assertThat(catalogues.currency()).hasToString("EUR");
        assertThat(catalogues.plan("shop", 1, "small").orElseThrow().price()).hasToString("9.00 USD");
    }

    @Test
    void words_of_a_meter_may_be_mended_once_the_file_that_had_the_others_is_gone() {
        var mended = version(2).replace("name: Visits", "name: Visitors");

        assertThat(new Catalogues(CatalogueOf.files(mended), CatalogueOf.files(SHOP)).meter(VISITS))
                .map(Meter::name)
                .hasValue("Visitors");
        assertThatThrownBy(() ->
                        new Catalogues(CatalogueOf.files(version(2).replace("sum", "max")), CatalogueOf.files(SHOP)))
                .hasMessage("test.yaml:5: /meters/visits/aggregation: was another than that of the files; a meter never"
                        + " changes, so choose a new name.");
    }

    @Test
    void what_a_meter_counts_is_never_mended() {
        var filtered = version(2).replace("sum,", "sum, where: { region: [eu] },");

        assertThatThrownBy(() -> new Catalogues(CatalogueOf.files(filtered), CatalogueOf.files(SHOP)))
                .hasMessage("test.yaml:5: /meters/visits/where: was another than that of the files; a meter never"
                        + " changes, so choose a new name.");
        assertThatThrownBy(() -> sell(SHOP, filtered))
                .hasMessageStartingWith("test.yaml:5: /meters/visits: is described differently in another catalogue");
    }

    @Test
    void refuses_catalogues_that_contradict_each_other() {
        assertThatThrownBy(() -> sell(SHOP, SHOP))
                .hasMessage("test.yaml:2: /version: catalogue shop version 1 is there twice; every file needs a"
                        + " catalogue and version of its own.");
        assertThatThrownBy(() -> sell(SHOP, version(2).replace("sum", "max")))
                .hasMessage("test.yaml:5: /meters/visits: is described differently in another catalogue; a meter never"
                        + " changes, so choose a new name.");
        assertThatThrownBy(() -> sell()).hasMessageContaining("holds no catalogue");
    }

    @Test
    void different_catalogues_may_have_different_main_currencies() {
        var other = SHOP.replace("shop", "market")
                .replace("currency: USD", "currency: JPY\ncurrencies: [USD]\nstorefront: true")
                .replaceAll("price: \"[0-9.]+\"", "price: { USD: \"7.00\", JPY: \"1100\" }");

        var catalogues = new Catalogues(CatalogueOf.files(SHOP, other), List.of());

        var yen = Currency.getInstance("JPY");
        assertThat(catalogues.currency()).isEqualTo(yen);
        assertThat(catalogues.storefrontCurrencies()).hasToString("[JPY, USD]");
        assertThat(catalogues.currencies("shop")).hasToString("[USD]");
        assertThat(catalogues.plans("shop", yen)).isEmpty();
        assertThat(catalogues.plan("market", "small")).map(Plan::price).hasToString("Optional[1100 JPY]");
        assertThat(catalogues.plan("market", 1, "small", Currency.getInstance("USD")))
                .map(Plan::price)
                .hasToString("Optional[7.00 USD]");
        assertThat(catalogues.storefront(Currency.getInstance("EUR")))
                .as("in the main currency where it is not sold in that")
                .extracting(plan -> plan.price().toString())
                .containsExactly("1100 JPY");
    }

    private static void sell(String... texts) {
        new Catalogues(CatalogueOf.files(texts), List.of());
    }

    private static String version(int version) {
        return SHOP.replace("version: 1", "version: " + version);
    }
}
