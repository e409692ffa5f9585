package io.chom.portal.formats;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;

/**
 * How long a price is paid for at once, as people say it.
 *
 * @param language in which
 */
public record TermWords(Language language) {

    /** Beside a price: "per month". */
    public String each(Term term) {
        return language.say(
                switch (term) {
                    case MONTH -> "usage.price";
                    case YEAR -> "usage.price.year";
                });
    }

    /** The price of a plan with it: "$790.00 a year". */
    public String price(Plan plan, Term term) {
        return language.say(
                switch (term) {
                    case MONTH -> "plan.price";
                    case YEAR -> "plan.price.year";
                },
                language.formats().money(plan.price(term)));
    }

    /** A plan with it: "Pro by the year". */
    public String name(Plan plan, Term term) {
        return language.say(
                switch (term) {
                    case MONTH -> "plans.by-month";
                    case YEAR -> "plans.by-year";
                },
                new SeatWords(language).title(plan));
    }
}
