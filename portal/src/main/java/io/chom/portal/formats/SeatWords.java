package io.chom.portal.formats;

import io.chom.tenants.billing.LineItem.Seated;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Seats;
import io.chom.tenants.catalog.Term;

/**
 * Plans that are sold by the seat, as people say it.
 *
 * @param language in which
 */
public record SeatWords(Language language) {

    /** "5 seats". */
    public String count(int seats) {
        return language.count("seats", seats);
    }

    /** "Pro (5 seats)", or its name alone where it is not sold by the seat. */
    public String title(Plan plan) {
        return title(plan.name(), plan.seatCount());
    }

    /** The same of a name. */
    public String title(String name, int seats) {
        return seats == 0 ? name : name + " (" + count(seats) + ")";
    }

    /** How a plan is sold by the seat: "2 seats included, each more $12.00 per month". */
    public String each(Seats seats, Term term) {
        return language.say(
                "seats.each",
                count(seats.included()),
                language.formats().money(seats.price(term)),
                new TermWords(language).each(term));
    }

    /** How the price of a term comes about: "$79.00 + 4 seats at $12.00 each = $127.00", or the price alone. */
    String price(Seated seated, String price) {
        return seated.more() == 0
                ? price
                : language.say(
                        "seats.why",
                        language.formats().money(seated.base()),
                        count(seated.more()),
                        language.formats().money(seated.each()),
                        price);
    }
}
