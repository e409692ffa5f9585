package io.chom.tenants.catalog;

import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription buys.
 *
 * @param catalogue name of the catalogue, such as {@code hosting}
 * @param version version of the catalogue that it was sold under
 * @param slug its name in the catalogue, such as {@code pro}
 * @param name its name for people
 * @param price base price per month
 * @param yearly base price of twelve months that are paid in advance; null where it is not sold by the year
 * @param trialDays how long whoever is new to the catalogue has it for nothing, 1–28 days; 0 for not at all
 * @param entitlements what it gives besides
 * @param allowances one per meter, in the order in which they are shown
 * @param seats how it is sold by the seat, whose cost is in both prices; null where it is not, and limits none
 */
public record Plan(
        String catalogue,
        int version,
        String slug,
        String name,
        Money price,
        @Nullable Money yearly,
        int trialDays,
        Set<Entitlement> entitlements,
        List<Allowance> allowances,
        @Nullable Seats seats) {

    public Plan {
        entitlements = Set.copyOf(entitlements);
        allowances = List.copyOf(allowances);
    }

    /** One by the month, without a trial or seats. */
    public Plan(
            String catalogue,
            int version,
            String slug,
            String name,
            Money price,
            Set<Entitlement> entitlements,
            List<Allowance> allowances) {
        this(catalogue, version, slug, name, price, null, 0, entitlements, allowances, null);
    }

    /** Whether it is sold by this term; every plan is by the month. */
    public boolean isSoldBy(Term term) {
        return switch (term) {
            case MONTH -> true;
            case YEAR -> yearly != null;
        };
    }

    /**
     * Its base price for a whole term.
     *
     * @throws IllegalArgumentException if it is not sold by the term
     */
    public Money price(Term term) {
        return switch (term) {
            case MONTH -> price;
            case YEAR ->
                Optional.ofNullable(yearly)
                        .orElseThrow(() -> new IllegalArgumentException(name + " is not sold by the year."));
        };
    }

    /** What a month of it comes to, rounded half up where a twelfth of a year is no whole amount. */
    public Money monthly(Term term) {
        return switch (term) {
            case MONTH -> price;
            case YEAR -> price(term).part(1, 12);
        };
    }

    /** What a year that is paid in advance costs less than twelve months; empty where it saves nothing. */
    public Optional<Money> yearlySaving() {
        return Optional.ofNullable(yearly)
                .map(price.times(BigDecimal.valueOf(12))::minus)
                .filter(saved -> saved.minor() > 0);
    }

    /**
     * Whether another says the same of what is had and paid by a term, maybe in another version or for another number of seats:
     * then nobody has to choose.
     *
     * @throws IllegalArgumentException if this one is not sold by the term
     */
    public boolean saysTheSame(Plan other, Term term) {
        return slug.equals(other.slug)
                && other.isSoldBy(term)
                && price(term).equals(other.seatedAs(this).price(term))
                && entitlements.equals(other.entitlements)
                && allowances.equals(other.allowances)
                && (seats == null ? other.seats == null : seats.saysTheSame(other.seats, term));
    }

    /** The currency of all its prices. */
    public Currency currency() {
        return price.currency();
    }

    /** Whether it is the same offer in the same currency, whatever a customer was given beside it. */
    public boolean isSoldAs(Plan other) {
        return catalogue.equals(other.catalogue)
                && version == other.version
                && slug.equals(other.slug)
                && price.currency().equals(other.price.currency());
    }

    /** How many seats are had; 0 where it is not sold by the seat. */
    public int seatCount() {
        return seats == null ? 0 : seats.taken();
    }

    /**
     * The same for another number of seats, with what they cost in its prices.
     *
     * @param count how many; 0 for those that are included, as is any number where it is not sold by the seat
     * @throws IllegalArgumentException if so many are not sold
     */
    public Plan seated(int count) {
        return seats == null || count == seats.taken()
                ? this
                : seated(seats.taken(count == 0 ? seats.included() : count));
    }

    private Plan seated(Seats other) {
        var had = Objects.requireNonNull(seats);
        return with(
                price.minus(had.cost(Term.MONTH)).plus(other.cost(Term.MONTH)),
                yearly == null ? null : yearly.minus(had.cost(Term.YEAR)).plus(other.cost(Term.YEAR)),
                trialDays,
                entitlements,
                allowances,
                other);
    }

    /** The same for as many seats as another is had for, or the nearest number that is sold. */
    public Plan seatedAs(Plan other) {
        return seatedFor(other.seatCount());
    }

    /** The same for so many seats, or the nearest number that is sold. */
    public Plan seatedFor(int count) {
        return seats == null ? this : seated(seats.nearest(count));
    }

    /** What it costs for a whole term with no more seats than are included. */
    public Money bare(Term term) {
        return seats == null ? price(term) : price(term).minus(seats.cost(term));
    }

    private Plan with(
            Money month,
            @Nullable Money year,
            int tried,
            Set<Entitlement> gives,
            List<Allowance> includes,
            @Nullable Seats had) {
        return new Plan(catalogue, version, slug, name, month, year, tried, gives, includes, had);
    }

    /**
     * The same with other limits where it stops: for one customer, who was given more.
     *
     * @param limits quantities; those that are not higher, or of what does not stop, change nothing
     */
    public Plan raised(Map<MeterId, BigDecimal> limits) {
        return limits.isEmpty()
                ? this
                : with(
                        price,
                        yearly,
                        trialDays,
                        entitlements,
                        allowances.stream()
                                .map(one -> limits.containsKey(one.meter()) ? one.raised(limits.get(one.meter())) : one)
                                .toList(),
                        seats);
    }

    /** The same while it is tried: nothing is owed for it, so that what would be billed beyond an allowance stops there. */
    public Plan tried() {
        return free(entitlements, allowances.stream().map(Plan::tried).toList());
    }

    /** The same while it is paused: nothing is owed for it, and it gives nothing. */
    public Plan paused() {
        return free(Set.of(), List.of());
    }

    private Plan free(Set<Entitlement> gives, List<Allowance> includes) {
        var nothing = Money.zero(price.currency());
        return with(nothing, yearly == null ? null : nothing, 0, gives, includes, seats == null ? null : seats.free());
    }

    private static Allowance tried(Allowance one) {
        return one.enforcement() == Enforcement.METERED
                ? new Allowance(one.meter(), one.included(), one.per(), Enforcement.HARD, null)
                : one;
    }

    /** Whether anything is included by the day. */
    public boolean limitsDays() {
        return allowances.stream().anyMatch(one -> one.per() == Allowance.Per.DAY);
    }

    /** What the plan includes of a meter; empty when it does not limit it. */
    public Optional<Allowance> allowance(MeterId meter) {
        return allowances.stream().filter(one -> one.meter().equals(meter)).findFirst();
    }
}
