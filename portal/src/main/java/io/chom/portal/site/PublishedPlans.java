package io.chom.portal.site;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.theming.pages.PlanOffer;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The plans that a brand shows to visitors. */
@Component
class PublishedPlans {

    private static final String CATALOGUE = "hosting";

    private static final Language LANGUAGE = new Language(new Formats(Locale.US, ZoneOffset.UTC));

    private final Catalogues catalogues;

    PublishedPlans(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    List<PlanOffer> of(BrandOwner owner) {
        List<Plan> plans = catalogues.plans(CATALOGUE);
        Plan middle = plans.get(plans.size() / 2);
        return plans.stream().map(plan -> offer(plan, plan.equals(middle))).toList();
    }

    private PlanOffer offer(Plan plan, boolean recommended) {
        List<String> included = plan.allowances().stream().map(this::included).toList();
        return new PlanOffer(
                plan.name(), LANGUAGE.formats().money(plan.price()), "per month", "", included, recommended);
    }

    private String included(Allowance allowance) {
        return catalogues
                .meter(allowance.meter())
                .map(meter -> LANGUAGE.allowance(allowance, meter) + " of " + meter.name())
                .orElse("");
    }
}
