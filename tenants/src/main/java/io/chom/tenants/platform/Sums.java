package io.chom.tenants.platform;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What amounts come to, one sum for each currency: nothing is ever reckoned from one into another.
 *
 * @param each by the code of the currency; only what is not nothing, or one nothing alone
 */
public record Sums(List<Money> each) implements Comparable<Sums> {

    public Sums {
        each = List.copyOf(each);
        if (each.isEmpty() || each.stream().map(Money::currency).distinct().count() < each.size()) {
            throw new IllegalArgumentException("One sum for each currency, and at least one, not " + each + ".");
        }
    }

    /**
     * Of some amounts.
     *
     * @param usual the currency of nothing
     */
    public static Sums of(Stream<Money> amounts, Currency usual) {
        List<Money> sums = amounts
                .collect(Collectors.toMap(
                        one -> one.currency().getCurrencyCode(), Function.identity(), Money::plus, TreeMap::new))
                .values()
                .stream()
                .toList();
        List<Money> some = sums.stream().filter(one -> one.minor() != 0).toList();
        return new Sums(some.isEmpty() ? List.of(sums.size() == 1 ? sums.getFirst() : Money.zero(usual)) : some);
    }

    /** Several sums together. */
    public static Sums together(Collection<Sums> all, Currency usual) {
        return of(all.stream().flatMap(one -> one.each().stream()), usual);
    }

    /** By their first currencies, each currency by itself, and then by the next ones. */
    @Override
    public int compareTo(Sums other) {
        return IntStream.range(0, Math.min(each.size(), other.each.size()))
                .map(at -> Money.EACH_CURRENCY.compare(each.get(at), other.each.get(at)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(Integer.compare(each.size(), other.each.size()));
    }
}
