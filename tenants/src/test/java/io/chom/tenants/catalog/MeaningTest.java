package io.chom.tenants.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.Meaning.Difference;
import java.math.BigDecimal;
import java.util.Optional;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonDifferenceCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

    private static final Catalogue WHOLE =
            CatalogueOf.file("whole.yaml", Whole.TEXT).catalogue();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            price: "9.90"           | price: "8.00"        | /plans/small/price | 9.90 | 8.00
            storefront: true        | storefront: false    | /storefront | true | nothing
            proration: full         | proration: none      | /proration | full | none
            included: 100.5         | included: 200        | /plans/small/allowances/calls/included | 100.5 | 200
            overage_price: "3.00"   | overage_price: "2.5" | /plans/large/allowances/sites/overage_price | 3.00 | 2.50
            price: "0.0005"         | price: "0.001"       | /plans/large/allowances/calls/overage/package/price | 0.0005 | 0.001
            price: "0.04"           | price: "0.04", flat: "2.00" | /plans/large/allowances/data/overage/graduated/1/flat | nothing | 2.00
            'large:'                | 'medium: { name: M, price: "50.00", allowances: {} }\n  large:' | /plans | small, large | small, medium, large
            attribute: user         | attribute: person    | /meters/users/attribute | user | person
            per: day, decimals      | per: hour, decimals  | /meters/disk/per | day | nothing
            region: [eu, us]        | region: [eu]         | /meters/backups/where/region/1 | us | nothing
            a/b: ["1"]              | a/b: ["2"]           | /meters/backups/where/a~1b/0 | 1 | 2
            name: Socio             | name: Asociado       | /products/partner/in/es/name | Socio | Asociado
            """)
    void tells_where_and_how_two_differ(String was, String is, String path, String before, String after) {
        assertThat(Whole.TEXT).contains(was);
        var changed = read(Whole.TEXT.replace(was, is.replace("\\n", "\n")));

        assertThat(Meaning.of(WHOLE).to(Meaning.of(changed))).contains(new Difference(path, before, after));
        assertThat(Meaning.of(changed).fingerprint())
                .isNotEqualTo(Meaning.of(WHOLE).fingerprint());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JPY: "1480"            | JPY: "1481"            | /plans/small/price/JPY | 1480 | 1481
            KWD: "30.5"            | KWD: "30.51"           | /plans/small/yearly/price/KWD | 30.500 | 30.510
            JPY: "450.5"           | JPY: "450.6"           | /plans/large/allowances/sites/overage_price/JPY | 450.5 | 450.6
            KWD: "0.31"            | KWD: "0.32"            | /plans/large/allowances/data/overage/graduated/0/flat/KWD | 0.310 | 0.320
            currencies: [JPY, KWD] | currencies: [KWD, JPY] | /currencies | JPY, KWD | KWD, JPY
            """)
    void tells_in_which_currency_two_differ(String was, String is, String path, String before, String after) {
        assertThat(Whole.SEVERAL).contains(was);
        assertThat(Meaning.of(read(Whole.SEVERAL)).to(Meaning.of(read(Whole.SEVERAL.replace(was, is)))))
                .containsExactly(new Difference(path, before, after));
    }

    /** What was published before there were several has a fingerprint, and its file may be written anew. */
    @Test
    void one_currency_means_the_same_however_its_prices_are_written() {
        var named = Whole.TEXT
                .replaceAll("(price|flat): (\"[0-9.]+\")", "$1: { USD: $2 }")
                .replace("currency: USD", "currency: USD\ncurrencies: []");

        assertThat(named).contains("overage_price: { USD:", "flat: { USD:");
        assertThat(Meaning.of(read(named)).fingerprint())
                .isEqualTo(Meaning.of(WHOLE).fingerprint());
        assertThat(Meaning.of(WHOLE).entries())
                .containsEntry("/currency", "USD")
                .containsEntry("/plans/small/price", "9.90");
    }

    @Test
    void does_not_care_how_it_is_written() {
        var other = "# a comment\n"
                + Whole.TEXT
                        .replace("price: \"99\"", "price: \"99.00\"   # whole dollars")
                        .replace("overage_price: \"3.00\"", "overage_price: \"3\"")
                        .replace("included: 10,", "included: 10.0,")
                        .replace("per: month, ", "")
                        .replace("[eu, us]", "[us, eu, us]")
                        .replace("data: { name: Data, unit: GB,", "data: { unit: GB, one: GB, name: Data,");

        assertThat(other).isNotEqualTo(Whole.TEXT).doesNotContain("per: month", "included: 10,");
        assertThat(Meaning.of(read(other)).to(Meaning.of(WHOLE))).isEmpty();
        assertThat(Meaning.of(read(other)).fingerprint())
                .isEqualTo(Meaning.of(WHOLE).fingerprint());
    }

    /** Whatever a buyer would notice is in it, also what is thought of later; and nothing else is. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void is_the_same_exactly_when_the_catalogue_is(long seed) {
        var damages = new Damages(Whole.TEXT, seed);
        int changed = 0;
        for (int at = 0; at < 3_000; at++) {
            var damaged = damages.next();
            var other = catalogue(damaged).filter(one -> one.name().equals(WHOLE.name()) && one.version() == 3);
            if (other.isPresent()) {
                boolean same = Meaning.of(other.get()).to(Meaning.of(WHOLE)).isEmpty();
                assertThat(same).as(damaged).isEqualTo(isSame(other.get()));
                changed += same ? 0 : 1;
            }
        }

        assertThat(changed).isGreaterThan(300);
    }

    private static boolean isSame(Catalogue other) {
        var rules = RecursiveComparisonConfiguration.builder()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .withIgnoredCollectionOrderInFields("meters")
                .withStrictTypeChecking(true)
                .build();
        return new RecursiveComparisonDifferenceCalculator()
                .determineDifferences(other, WHOLE, rules)
                .isEmpty();
    }

    private static Optional<Catalogue> catalogue(String text) {
        try {
            return Optional.of(read(text));
        } catch (InvalidCatalogue e) {
            return Optional.empty();
        }
    }

    private static Catalogue read(String text) {
        return CatalogueOf.file("whole.yaml", text).catalogue();
    }
}
