package io.chom.tenants.billing.discount;

import io.chom.tenants.catalog.Term;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much each may take off a price without asking anybody, by how the plan is paid for; who may give more decides about more.
 *
 * @param ceilings of everybody who gives
 */
record Guardrails(Map<Giver, Ceiling> ceilings) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /**
     * Percentages, 0 to 100.
     *
     * @param monthly by the month
     * @param annual for a year's commitment that is billed by the month; no term is sold so today
     * @param prepaid for a year that is paid in advance
     */
    record Ceiling(BigDecimal monthly, BigDecimal annual, BigDecimal prepaid) {

        BigDecimal of(Term term) {
            return switch (term) {
                case MONTH -> monthly;
                case YEAR -> prepaid;
            };
        }

        private boolean isAtMost(Ceiling other) {
            return monthly.compareTo(other.monthly) <= 0
                    && annual.compareTo(other.annual) <= 0
                    && prepaid.compareTo(other.prepaid) <= 0;
        }
    }

    Guardrails {
        ceilings = Map.copyOf(ceilings);
    }

    /**
     * Reads them as they are configured: {@code owner 20 25 25} is a role and its percentages by the month, by the year and for a
     * year in advance.
     *
     * @throws IllegalArgumentException that says what is wrong with which of them
     */
    static Guardrails of(List<String> written) {
        var ceilings = new EnumMap<Giver, Ceiling>(Giver.class);
        for (String one : written) {
            String[] words = one.strip().split("\\s+");
            if (words.length != 4) {
                throw wrong(one, "it is written like: owner 20 25 25");
            }
            if (ceilings.put(giver(one, words[0]), ceiling(one, words)) != null) {
                throw wrong(one, "the role is there twice");
            }
        }
        var lower = new Ceiling(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        for (Giver giver : Giver.values()) {
            lower = checked(giver, ceilings.get(giver), lower);
        }
        return new Guardrails(ceilings);
    }

    private static Ceiling checked(Giver giver, @Nullable Ceiling ceiling, Ceiling lower) {
        if (ceiling == null) {
            throw wrong(giver.right(), "the role is missing");
        }
        if (!lower.isAtMost(ceiling)) {
            throw wrong(giver.right(), "it may not give less than the role before it");
        }
        return ceiling;
    }

    private static Giver giver(String written, String word) {
        return Stream.of(Giver.values())
                .filter(one -> one.right().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(written, "the role is one of admin, owner and operator"));
    }

    private static Ceiling ceiling(String written, String[] words) {
        return new Ceiling(percent(written, words[1]), percent(written, words[2]), percent(written, words[3]));
    }

    private static BigDecimal percent(String written, String word) {
        try {
            var percent = new BigDecimal(word);
            if (percent.signum() >= 0
                    && percent.compareTo(ALL) <= 0
                    && percent.stripTrailingZeros().scale() <= 2) {
                return percent;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw wrong(written, word + " is no percentage from 0 to 100 with at most two digits behind the point");
    }

    private static IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException("chom.billing.discounts.guardrails, \"" + where + "\": " + what + ".");
    }

    /** Percent that somebody may give alone. */
    BigDecimal most(Giver giver, Term term) {
        return ceilings.getOrDefault(giver, new Ceiling(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO))
                .of(term);
    }

    /** Who decides about so much: the first who may give it; empty where nobody may. */
    Optional<Giver> decider(BigDecimal percent, Term term) {
        return Stream.of(Giver.values())
                .filter(one -> percent.compareTo(most(one, term)) <= 0)
                .findFirst();
    }
}
