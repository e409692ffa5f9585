package io.chom.tenants.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

    private static final String SOUND = """
            catalogue: shop
            version: 2
            currency: USD
            proration: full
            meters:
              visits: { name: Visits, unit: visits, aggregation: sum, decimals: 0 }
            plans:
              small:
                name: Small
                price: "9.90"
                entitlements: [resell]
                allowances:
                  visits: { included: 100, enforcement: metered, overage_price: "0.01" }
            products:
              setup: { name: Set-up, price: "25.00", charged: once }
              partner: { name: Partner, price: "5.00", charged: monthly, entitlements: [resell] }
            """;

    @Test
    void reads_a_sound_file() {
        Catalogue catalogue = read(SOUND);

        Plan plan = catalogue.main().plan("small").orElseThrow();
        assertThat(catalogue.version()).isEqualTo(2);
        assertThat(plan.price().minor()).isEqualTo(990);
        assertThat(plan.price().currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(plan.entitlements()).containsExactly(Entitlement.RESELL);
        assertThat(catalogue.main().product("partner").orElseThrow().entitlements())
                .containsExactly(Entitlement.RESELL);
        assertThat(catalogue.main().product("setup").orElseThrow().entitlements())
                .isEmpty();
        assertThat(plan.allowances())
                .singleElement()
                .satisfies(allowance ->
                        assertThat(Pricing.ofEach(allowance.overage())).hasFieldOrPropertyWithValue("minor", 1L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            catalogue: shop      | catalogue: Shop!     | shop.yaml:1: /catalogue: must be named with lower-case letters, digits and hyphens.
            version: 2           | version: two         | shop.yaml:2: /version: must be a whole number from 1 to 9999.
            version: 2           | colour: red          | shop.yaml:2: /colour: is not known here; known are catalogue, version, currency, currencies, storefront, proration, meters, plans, products.
            currency: USD        | currency: DOLLAR     | shop.yaml:3: /currency: must be a currency, such as USD.
            aggregation: sum     | aggregation: mean    | shop.yaml:6: /meters/visits/aggregation: must be one of sum, max, count, unique, latest, time_weighted.
            aggregation: sum     | aggregation: sum, attribute: user | shop.yaml:6: /meters/visits/attribute: has no meaning unless the aggregation is unique.
            aggregation: sum     | aggregation: unique, attribute: 5 | shop.yaml:6: /meters/visits/attribute: must be a text of at most 200 characters.
            aggregation: sum     | aggregation: unique, per: month | shop.yaml:6: /meters/visits/per: has no meaning unless the aggregation is time_weighted.
            aggregation: sum     | aggregation: time_weighted, per: year | shop.yaml:6: /meters/visits/per: must be one of hour, day, month.
            decimals: 0          | decimals: 0, where: {} | shop.yaml:6: /meters/visits/where: must name an attribute and its values, such as region: [eu, us].
            decimals: 0          | decimals: 0, where: { region: eu } | shop.yaml:6: /meters/visits/where/region: must be a list, such as [one, another].
            decimals: 0          | decimals: 0, where: { region: [] } | shop.yaml:6: /meters/visits/where/region: must list the values that count, such as [eu, us].
            decimals: 0          | decimals: 0, where: { region: [eu, 5] } | shop.yaml:6: /meters/visits/where/region/1: must be a text of at most 200 characters.
            decimals: 0          | decimals: 0, where: { " ": [eu] } | shop.yaml:6: /meters/visits/where/ : must be the name of an attribute, of at most 200 characters.
            decimals: 0          | decimals: 7          | shop.yaml:6: /meters/visits/decimals: must be a whole number from 0 to 6.
            price: "9.90"        | price: 9.90          | shop.yaml:10: /plans/small/price: must be an amount of USD in quotes, such as "29.00", with at most 2 decimals.
            price: "9.90"        | price: "9.999"       | shop.yaml:10: /plans/small/price: must be an amount of USD in quotes, such as "29.00", with at most 2 decimals.
            price: "9.90"        | price: "-9.90"       | shop.yaml:10: /plans/small/price: must not be negative.
            included: 100        | included: -1         | shop.yaml:13: /plans/small/allowances/visits/included: must be a number, zero or more.
            enforcement: metered | enforcement: soft    | shop.yaml:13: /plans/small/allowances/visits/overage_price: has no meaning unless the enforcement is metered.
            overage_price: "0.01"| other: 1             | shop.yaml:13: /plans/small/allowances/visits/other: is not known here; known are included, per, enforcement, overage_price, overage.
            included: 100        | included: 100, per: year | shop.yaml:13: /plans/small/allowances/visits/per: must be one of month, day.
            included: 100        | included: 100, per: day  | shop.yaml:13: /plans/small/allowances/visits/per: must be month where the enforcement is metered: overage is billed by the period.
            visits: { included   | sales: { included    | shop.yaml:13: /plans/small/allowances/sales: is not one of the meters of this catalogue.
            overage_price: "0.01"| overage_price: "-0.01" | shop.yaml:13: /plans/small/allowances/visits/overage_price: must be a price in USD in quotes, such as "0.05", zero or more, with at most 12 decimals.
            overage_price: "0.01"| overage_price: "0.01", overage: { volume: [] } | shop.yaml:13: /plans/small/allowances/visits/overage: must not stand beside an overage_price: one of them is the price.
            overage_price: "0.01"| overage: { flat: [] }  | shop.yaml:13: /plans/small/allowances/visits/overage/flat: is not known here; known are package, graduated, volume.
            overage_price: "0.01"| overage: {}            | shop.yaml:13: /plans/small/allowances/visits/overage: must hold exactly one of package, graduated, volume.
            overage_price: "0.01"| overage: { package: { size: 0, price: "2.00" } } | shop.yaml:13: /plans/small/allowances/visits/overage/package/size: must be more than zero.
            overage_price: "0.01"| overage: { volume: [ { up_to: 5, price: "1" } ] } | shop.yaml:13: /plans/small/allowances/visits/overage/volume: must rise, each tier up_to more than the one before; the last has no up_to.
            overage_price: "0.01"| overage: { graduated: [ { price: 1 } ] } | shop.yaml:13: /plans/small/allowances/visits/overage/graduated/0/price: must be a price in USD in quotes, such as "0.05", zero or more, with at most 12 decimals.
            [resell]             | [re-sell]            | shop.yaml:11: /plans/small/entitlements/0: must be one of resell.
            monthly, entitlements: [resell] | monthly, entitlements: [moon] | shop.yaml:16: /products/partner/entitlements/0: must be one of resell.
            [resell]             | resell               | shop.yaml:11: /plans/small/entitlements: must be a list, such as [one, another].
            name: Small          | name: ""             | shop.yaml:9: /plans/small/name: must be a text.
            small:               | Small Plan:          | shop.yaml:8: /plans/Small Plan: must be named with lower-case letters, digits and hyphens.
            charged: once        | charged: yearly      | shop.yaml:15: /products/setup/charged: must be one of once, monthly.
            price: "25.00"       | cost: "25.00"        | shop.yaml:15: /products/setup/cost: is not known here; known are name, price, charged, entitlements, in.
            charged: once }      | charged: once, in: { German: { name: Einrichtung } } } | shop.yaml:15: /products/setup/in/German: must be the name of a language in two or three small letters, such as de.
            decimals: 0 }        | decimals: 0, in: { de: { unit: Besuche } } } | shop.yaml:6: /meters/visits/in/de/name: must be a text.
            setup:               | Set Up:              | shop.yaml:15: /products/Set Up: must be named with lower-case letters, digits and hyphens.
            proration: full      | proration:           | shop.yaml:4: /proration: must be one of now, next_invoice, full, none.
            currency: USD        | currency: XAU        | shop.yaml:3: /currency: must be a currency, such as USD.
            price: "9.90"        | price: "1e3"         | shop.yaml:10: /plans/small/price: must be an amount of USD in quotes, such as "29.00", with at most 2 decimals.
            small:               | a/small:             | shop.yaml:8: /plans/a~1small: must be named with lower-case letters, digits and hyphens.
            name: Small          | name: *small         | shop.yaml:9: /plans/small/name: must be written out, not refer to another place by *.
            """, quoteCharacter = '\0')
    void says_which_place_is_wrong_and_what_would_be_right(String right, String wrong, String complaint) {
        assertThat(SOUND).contains(right);

        assertThatThrownBy(() -> read(SOUND.replace(right, wrong))).hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { package: { size: 1000, price: "2.00" } }                                          | 1500 | 4.00
            { graduated: [ { up_to: 100, price: "0.05", flat: "1.00" }, { price: "0.0005" } ] } | 1100 | 6.50
            { volume: [ { up_to: 100, price: "0.05" }, { price: "0.02", flat: "3.00" } ] }      | 1000 | 23.00
            """)
    void reads_every_way_to_price_what_lies_beyond(String overage, BigDecimal quantity, String cost) {
        var usd = Currency.getInstance("USD");
        var plan = read(SOUND.replace("overage_price: \"0.01\"", "overage: " + overage))
                .main()
                .plan("small")
                .orElseThrow();

        assertThat(Objects.requireNonNull(plan.allowances().getFirst().overage())
                        .cost(quantity))
                .isEqualTo(Money.of(cost, usd));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { included: 0, price: "1" } | /included: must be a whole number from 1 to 10000.
            { included: 1 } | /price: must be an amount of USD in quotes, such as "29.00", with at most 2 decimals.
            { included: 1, price: "1", yearly: "9" } | /yearly: has no meaning unless the plan is sold by the year.
            { included: 5, price: "1", most: 4 } | /most: must be at least as many as are included.
            { included: 1, price: "1", least: 4 } | /least: is not known here; known are included, price, yearly, most.
            """, quoteCharacter = '\0')
    void says_what_is_wrong_with_seats(String seats, String complaint) {
        var text = SOUND.replaceFirst("entitlements: \\[resell]", "seats: " + seats);

        assertThatThrownBy(() -> read(text)).hasMessage("shop.yaml:11: /plans/small/seats" + complaint);
    }

    @Test
    void seats_of_a_plan_by_the_year_have_a_price_for_it_and_cost_what_there_are_more() {
        var yearly = SOUND.replaceFirst("entitlements: \\[resell]", "{seats}")
                .replace("price: \"9.90\"", "price: \"9.90\"\n    yearly: { price: \"99.00\" }");

        assertThatThrownBy(() -> read(yearly.replace("{seats}", "seats: { included: 2, price: \"1.50\" }")))
                .hasMessageContaining("/plans/small/seats/yearly: must be an amount of USD");
        var plan = read(yearly.replace(
                        "{seats}", "seats: { included: 2, price: \"1.50\", yearly: \"15.00\", most: 9 }"))
                .main()
                .plan("small")
                .orElseThrow();
        assertThat(plan.seatCount()).isEqualTo(2);
        assertThat(plan.seated(5).price().minor()).isEqualTo(990 + 450);
        assertThat(plan.seated(5).price(Term.YEAR).minor()).isEqualTo(9_900 + 4_500);
        assertThat(plan.seated(5).bare(Term.YEAR)).isEqualTo(plan.price(Term.YEAR));
        assertThat(plan.seated(5).seated(0)).isEqualTo(plan);
        assertThat(plan.seatedFor(50).seatCount()).isEqualTo(9);
        assertThat(plan.seated(3).saysTheSame(plan, Term.MONTH)).isTrue();
        assertThatThrownBy(() -> plan.seated(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.seated(10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_name_that_stands_twice_and_what_is_no_yaml() {
        assertThatThrownBy(() -> read(SOUND + "version: 3\n")).hasMessageStartingWith("shop.yaml:17: is not YAML:");
        assertThatThrownBy(() -> read(SOUND.replace("100", ".inf")))
                .hasMessageStartingWith("shop.yaml:13: is not YAML:");
        assertThatThrownBy(() -> read("{ [")).hasMessageStartingWith("shop.yaml:1: is not YAML:");
        assertThatThrownBy(() -> read(SOUND + "---\n" + SOUND)).hasMessageStartingWith("shop.yaml:18: is not YAML:");
        assertThatThrownBy(() -> read("- a list")).hasMessage("shop.yaml:1: must hold named entries.");
        assertThatThrownBy(() -> read("")).hasMessage("shop.yaml:1: must hold named entries.");
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        assertThatThrownBy(() -> Document.of("shop.yaml", new byte[] {(byte) 0xff, (byte) 0xfe}))
                .hasMessage("shop.yaml: is not a text in UTF-8: save it in that encoding.");
    }

    @Test
    void reads_every_price_in_each_currency_with_its_own_digits() {
        var catalogue = read(Whole.SEVERAL);

        assertThat(catalogue.currencies()).hasToString("[USD, JPY, KWD]");
        assertThat(catalogue.lists())
                .extracting(list -> list.plan("small").orElseThrow())
                .extracting(plan -> plan.price() + " " + plan.yearly())
                .containsExactly("9.90 USD 99.00 USD", "1480 JPY 14800 JPY", "3.050 KWD 30.500 KWD");
        assertThat(catalogue.lists())
                .extracting(list -> list.product("setup").orElseThrow().price().toString())
                .containsExactly("25.00 USD", "3800 JPY", "7.600 KWD");
        assertThat(catalogue.lists())
                .extracting(list -> list.plan("large").orElseThrow().allowances().stream()
                        .map(one -> Objects.requireNonNull(one.overage()).cost(BigDecimal.valueOf(150)))
                        .toList())
                .hasToString("[[450.00 USD, 0.00 USD, 7.50 USD, 3.00 USD],"
                        + " [67575 JPY, 0 JPY, 1050 JPY, 450 JPY], [135.000 KWD, 0.000 KWD, 1.760 KWD, 0.900 KWD]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JPY: "1480", KWD        | KWD                      | shop.yaml:13: /plans/small/price/JPY: is missing: every price stands in each currency of the catalogue, which is sold in USD, JPY, KWD.
            JPY: "1480"             | EUR: "1480"              | shop.yaml:13: /plans/small/price/EUR: is no currency of this catalogue, which is sold in USD, JPY, KWD.
            JPY: "1480"             | JPY: "1480.5"            | shop.yaml:13: /plans/small/price/JPY: must be an amount of JPY in quotes, such as "29.00", with at most 0 decimals.
            KWD: "3.05"             | KWD: "3.055"             | shop.yaml:13: /plans/small/price/KWD: must be an amount of KWD in quotes, such as "29.00", with at most 2 decimals.
            JPY: "450.5"            | JPY: 450                 | shop.yaml:23: /plans/large/allowances/sites/overage_price/JPY: must be a price in JPY in quotes, such as "0.05", zero or more, with at most 12 decimals.
            '{ USD: "25.00", JPY: "3800", KWD: "7.6" }' | '"25.00"' | shop.yaml:34: /products/setup/price: must say a price in each currency of the catalogue: { USD: …, JPY: …, KWD: … }.
            currencies: [JPY, KWD]  | currencies: [JPY, USD]   | shop.yaml:4: /currencies/1: must be another currency: USD is named already.
            currencies: [JPY, KWD]  | currencies: [JPY, XAU]   | shop.yaml:4: /currencies/1: must be a currency, such as USD.
            """)
    void says_where_a_price_in_a_currency_is_wrong(String was, String is, String complaint) {
        assertThat(Whole.SEVERAL).contains(was);
        assertThatThrownBy(() -> read(Whole.SEVERAL.replace(was, is))).hasMessage(complaint);
    }

    private static Catalogue read(String text) {
        return CatalogueOf.file("shop.yaml", text).catalogue();
    }
}
