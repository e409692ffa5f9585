package io.chom.tenants.billing.details;

import io.chom.tenants.billing.details.Flaw.Field;
import io.chom.tenants.billing.details.Flaw.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what is wrong with what a tenant tells of itself: the one rule for the screen and the API. */
public final class Flaws {

    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;

    private Flaws() {}

    /** Each of them, in the order of the fields; at most one of each. */
    public static List<Flaw> of(Profile profile) {
        var details = profile.details();
        var treatment = profile.treatment();
        var flaws = new ArrayList<Flaw>();
        written(flaws, Field.LEGAL_NAME, details.legalName());
        written(flaws, Field.STREET, details.street());
        written(flaws, Field.SECOND_LINE, details.secondLine());
        written(flaws, Field.POSTAL_CODE, details.postalCode());
        written(flaws, Field.CITY, details.city());
        formed(flaws, Field.COUNTRY, details.country(), COUNTRIES.contains(details.country()));
        formed(flaws, Field.VAT_ID, details.vatId(), VatId.isOne(details.vatId()));
        taxNumber(flaws, profile);
        formed(
                flaws,
                Field.EMAIL,
                details.email(),
                MAILBOX.matcher(details.email()).matches());
        written(flaws, Field.BUYER_REFERENCE, details.buyerReference());
        if (treatment.kind() == Treatment.Kind.STANDARD) {
            rate(flaws, treatment.rate());
        }
        written(flaws, Field.REASON, treatment.reason());
        return List.copyOf(flaws);
    }

    private static void written(List<Flaw> flaws, Field field, String text) {
        if (text.isEmpty() && field.isNeeded()) {
            flaws.add(new Flaw(field, Problem.MISSING));
        } else if (text.length() > field.longest()) {
            flaws.add(new Flaw(field, Problem.TOO_LONG));
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            flaws.add(new Flaw(field, Problem.WRONG));
        }
    }

    private static void formed(List<Flaw> flaws, Field field, String text, boolean isFormed) {
        int before = flaws.size();
        written(flaws, field, text);
        if (flaws.size() == before && !text.isEmpty() && !isFormed) {
            flaws.add(new Flaw(field, Problem.WRONG));
        }
    }

    /** Who charges tax is known to a tax office under one number or the other (EN 16931 BR-S-02). */
    private static void taxNumber(List<Flaw> flaws, Profile profile) {
        var details = profile.details();
        boolean isNeeded = profile.treatment().kind() == Treatment.Kind.STANDARD;
        if (isNeeded && details.vatId().isEmpty() && details.taxNumber().isEmpty()) {
            flaws.add(new Flaw(Field.TAX_NUMBER, Problem.MISSING));
        } else {
            written(flaws, Field.TAX_NUMBER, details.taxNumber());
        }
    }

    private static void rate(List<Flaw> flaws, BigDecimal rate) {
        if (rate.signum() == 0) {
            flaws.add(new Flaw(Field.RATE, Problem.MISSING));
        } else if (rate.signum() < 0
                || rate.compareTo(ALL) > 0
                || rate.stripTrailingZeros().scale() > DIGITS) {
            flaws.add(new Flaw(Field.RATE, Problem.WRONG));
        }
    }
}
