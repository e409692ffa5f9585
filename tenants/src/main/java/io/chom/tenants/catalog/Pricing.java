package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a quantity becomes money. Each scheme answers with charges that are rounded once and add up to the cost. */
public sealed interface Pricing {

    /** What a quantity costs, part by part; nothing for a quantity of zero or less. */
    List<Charge> charges(BigDecimal quantity);

    /** The whole cost, exactly the sum of the charges. */
    default Money cost(BigDecimal quantity) {
        return charges(quantity).stream().map(Charge::amount).reduce(Money.zero(currency()), Money::plus);
    }

    /** The currency of all its prices. */
    default Currency currency() {
        return switch (this) {
            case PerUnit one -> one.price().currency();
            case Packages one -> one.price().currency();
            case Graduated one -> one.tiers().getFirst().price().currency();
            case Volume one -> one.tiers().getFirst().price().currency();
        };
    }

    /** The price of a unit, if there is one, every unit has the same and it is one of whole minor units; null otherwise. */
    static @Nullable Money ofEach(@Nullable Pricing pricing) {
        return pricing instanceof PerUnit one ? one.price().whole().orElse(null) : null;
    }

    /**
     * Units of one price.
     *
     * @param units how many of {@code size}
     * @param size what one of them holds; one but for packages
     * @param price of each
     * @param flat what is paid besides for the tier
     * @param amount units × price + flat, rounded half up
     */
    record Charge(BigDecimal units, BigDecimal size, UnitPrice price, Money flat, Money amount) {

        private static Charge of(BigDecimal units, BigDecimal size, UnitPrice price, Money flat) {
            return new Charge(units, size, price, flat, price.times(units).plus(flat));
        }

        private static Charge of(BigDecimal units, Tier tier) {
            return of(units, BigDecimal.ONE, tier.price(), tier.flat());
        }
    }

    /**
     * A band of quantities.
     *
     * @param upTo the last quantity in it; null in the last band, which has no end
     * @param price of each unit
     * @param flat what is paid once when the band is entered
     */
    record Tier(@Nullable BigDecimal upTo, UnitPrice price, Money flat) {

        private boolean holds(BigDecimal quantity) {
            return upTo == null || quantity.compareTo(upTo) <= 0;
        }
    }

    /** Every unit at one price. */
    record PerUnit(UnitPrice price) implements Pricing {

        @Override
        public List<Charge> charges(BigDecimal quantity) {
            return quantity.signum() <= 0
                    ? List.of()
                    : List.of(Charge.of(quantity, BigDecimal.ONE, price, Money.zero(price.currency())));
        }
    }

    /**
     * By the package, each that was begun at the full price.
     *
     * @param size units in one, more than zero
     */
    record Packages(BigDecimal size, UnitPrice price) implements Pricing {

        public Packages {
            if (size.signum() <= 0) {
                throw new IllegalArgumentException("A package holds more than nothing, not " + size + ".");
            }
        }

        @Override
        public List<Charge> charges(BigDecimal quantity) {
            return quantity.signum() <= 0
                    ? List.of()
                    : List.of(Charge.of(
                            quantity.divide(size, 0, RoundingMode.CEILING), size, price, Money.zero(price.currency())));
        }
    }

    /** Each unit at the price of the band that it lies in. */
    record Graduated(List<Tier> tiers) implements Pricing {

        public Graduated {
            tiers = ascending(tiers);
        }

        @Override
        public List<Charge> charges(BigDecimal quantity) {
            var charges = new ArrayList<Charge>();
            var below = BigDecimal.ZERO;
            for (var tier : tiers) {
                if (quantity.compareTo(below) <= 0) {
                    break;
                }
                var top = tier.upTo() == null ? quantity : quantity.min(tier.upTo());
                charges.add(Charge.of(top.subtract(below), tier));
                below = top;
            }
            return List.copyOf(charges);
        }
    }

    /** All units at the price of the band that the whole quantity lies in. */
    record Volume(List<Tier> tiers) implements Pricing {

        public Volume {
            tiers = ascending(tiers);
        }

        @Override
        public List<Charge> charges(BigDecimal quantity) {
            return quantity.signum() <= 0
                    ? List.of()
                    : tiers.stream()
                            .filter(tier -> tier.holds(quantity))
                            .limit(1)
                            .map(tier -> Charge.of(quantity, tier))
                            .toList();
        }
    }

    private static List<Tier> ascending(List<Tier> tiers) {
        boolean sound = !tiers.isEmpty()
                && tiers.getLast().upTo() == null
                && IntStream.range(0, tiers.size() - 1).allMatch(at -> rises(tiers, at));
        if (!sound) {
            throw new IllegalArgumentException("Tiers rise, each up to more than the one before; the last has no end.");
        }
        return List.copyOf(tiers);
    }

    private static boolean rises(List<Tier> tiers, int at) {
        var below = at == 0 ? BigDecimal.ZERO : tiers.get(at - 1).upTo();
        var top = tiers.get(at).upTo();
        return top != null && below != null && top.compareTo(below) > 0;
    }
}
