package io.chom.tenants.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.catalog.CatalogueOf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlansControllerTest {

    private final JsonMapper json = new JsonMapper();

    private final PlansController plans = new PlansController(CatalogueOf.text("""
                    catalogue: shop
                    version: 1
                    currency: USD
                    currencies: [EUR, KWD]
                    meters:
                      visits: { name: Visits, unit: visits, aggregation: sum, decimals: 0 }
                    plans:
                      small:
                        name: Small
                        price: { USD: "9.90", EUR: "9.20", KWD: "3.05" }
                        yearly: { price: { USD: "99.00", EUR: "92.00", KWD: "30.5" } }
                        allowances:
                          visits: { included: 100, enforcement: metered, overage_price: { USD: "0.01", EUR: "0.02", KWD: "0.003" } }
                      large: { name: Large, price: { USD: "19.90", EUR: "18.20", KWD: "6.05" }, allowances: {} }
                    """), json);

    @Test
    void lists_every_plan_once_in_each_currency_the_main_one_first() {
        assertThat(found(null))
                .containsExactly(
                        "small 990 USD",
                        "large 1990 USD",
                        "small 920 EUR",
                        "large 1820 EUR",
                        "small 3050 KWD",
                        "large 6050 KWD");
    }

    @Test
    void lists_what_is_sold_in_one_with_every_amount_in_it() {
        assertThat(found("KWD")).containsExactly("small 3050 KWD", "large 6050 KWD");
        assertThat(new String(plans.plans("KWD"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("30500")
                .doesNotContain("USD", "EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "kwd", "", "dollars"})
    void refuses_one_in_which_nothing_is_sold(String currency) {
        assertThatThrownBy(() -> plans.plans(currency))
                .hasMessageContaining("plans.unknown-currency")
                .hasMessageContaining("EUR, KWD, USD");
    }

    private List<String> found(@org.jspecify.annotations.Nullable String currency) {
        JsonNode all = json.readTree(plans.plans(currency));
        return all.at("/plans")
                .valueStream()
                .map(one -> one.at("/slug").asString() + " " + one.at("/price/minor") + " "
                        + one.at("/price/currency").asString())
                .toList();
    }
}
