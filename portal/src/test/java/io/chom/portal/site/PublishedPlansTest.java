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
}
