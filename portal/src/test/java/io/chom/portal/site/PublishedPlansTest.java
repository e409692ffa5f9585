package io.chom.portal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.HostName;
import io.chom.theming.pages.PlanOffer;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PublishedPlansTest {

    private static final BrandOwner OWNER = new BrandOwner(TenantId.next(), "acme", HostName.of("acme.example"));

    @Test
    void visitors_read_which_plan_may_be_tried_and_what_a_year_of_it_costs() {
        var plans = new PublishedPlans(CatalogueOf.text("""
                catalogue: hosting
                version: 1
                currency: USD
                storefront: true
                meters: {}
                plans:
                  pro: { name: Pro, price: "79.00", yearly: { price: "790.00" }, trial_days: 14, allowances: {} }
                  team: { name: Team, price: "99.00", allowances: {} }
                  more: { name: More, price: "199.00", yearly: { price: "1990.00" }, allowances: {} }
                """));

        assertThat(plans.of(OWNER, new Language(new Formats(Locale.US, ZoneOffset.UTC))))
                .extracting(PlanOffer::name, PlanOffer::price, PlanOffer::summary)
                .containsExactly(
                        tuple("Pro", "$79.00", "The first 14 days cost nothing · Or $790.00 a year, paid in advance"),
                        tuple("Team", "$99.00", ""),
                        tuple("More", "$199.00", "Or $1,990.00 a year, paid in advance"));
    }

    @Test
    void visitors_read_each_price_in_the_currency_that_they_chose() {
        var plans = new PublishedPlans(CatalogueOf.text("""
                catalogue: hosting
                version: 1
                currency: USD
                currencies: [EUR, JPY, KWD]
                storefront: true
                meters: {}
                plans:
                  pro:
                    name: Pro
                    price: { USD: "79.00", EUR: "73.50", JPY: "11800", KWD: "24.26" }
                    yearly: { price: { USD: "790.00", EUR: "735.00", JPY: "118000", KWD: "242.550" } }
                    allowances: {}
                """));
        var language = new Language(new Formats(Locale.US, ZoneOffset.UTC));

        assertThat(plans.currencies()).hasToString("[USD, EUR, JPY, KWD]");
        assertThat(plans.currencies().stream()
                        .map(one -> plans.of(OWNER, language, one).getFirst()))
                .extracting(plan -> (plan.price() + ", " + plan.summary()).replace('\u00a0', ' '))
                .containsExactly(
                        "$79.00, Or $790.00 a year, paid in advance",
                        "€73.50, Or €735.00 a year, paid in advance",
                        "¥11,800, Or ¥118,000 a year, paid in advance",
                        "KWD 24.260, Or KWD 242.550 a year, paid in advance");
    }
}
