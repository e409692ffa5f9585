package io.chom.portal.site;

import io.chom.portal.formats.Language;
import io.chom.portal.formats.SeatWords;
import io.chom.portal.formats.TermWords;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.theming.pages.PlanOffer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The plans that a brand shows to visitors. */
@Component
class PublishedPlans {

    private final Catalogues catalogues;

    PublishedPlans(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** The currencies among which visitors choose, the main one first; none without plans. */
    List<Currency> currencies() {
        return catalogues.storefrontCurrencies();
    }

    /** The plans in the words of a language and their main currency. */
    List<PlanOffer> of(BrandOwner owner, Language language) {
        return of(owner, language, catalogues.currency());
    }

    /** The plans in the words of a language, their prices as people write them where it is spoken. */
    List<PlanOffer> of(BrandOwner owner, Language language, Currency currency) {
        List<Plan> plans = catalogues.storefront(currency);
        return plans.stream()
                .map(plan -> offer(plan, plan.equals(plans.get(plans.size() / 2)), language))
                .toList();
    }

    private PlanOffer offer(Plan plan, boolean recommended, Language language) {
        List<String> included = plan.allowances().stream()
                .map(allowance -> included(allowance, language))
                .toList();
        return new PlanOffer(
                plan.name(),
                language.formats().money(plan.price()),
                language.say("usage.price"),
                besides(plan, language),
                included,
                recommended);
    }

    /** That it may be tried, what a year of it costs, and how it is sold by the seat. */
    private static String besides(Plan plan, Language language) {
        var words = new ArrayList<String>();
        if (plan.trialDays() > 0) {
            words.add(language.count("plan.trial", plan.trialDays()));
        }
        if (plan.isSoldBy(Term.YEAR)) {
            words.add(language.say("plan.or", new TermWords(language).price(plan, Term.YEAR)));
        }
        Optional.ofNullable(plan.seats())
                .map(seats -> new SeatWords(language).each(seats, Term.MONTH))
                .ifPresent(words::add);
        return String.join(" · ", words);
    }

    private String included(Allowance allowance, Language language) {
        return catalogues
                .meter(allowance.meter())
                .map(meter -> language.included(allowance, meter))
                .orElse("");
    }
}
