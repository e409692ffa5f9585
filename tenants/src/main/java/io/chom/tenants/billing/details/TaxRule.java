package io.chom.tenants.billing.details;

import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tax one seller charges one buyer. It follows from who they are, so that an invoice has one; it is the seller's own rate
 * for what is supplied electronically or as a service, and knows no reduced rates and no One-Stop-Shop.
 *
 * @param category why it is so much
 * @param rate per cent with two digits after the point, 0 where none is charged
 * @param reason why the seller charges none, in its own words; empty for the usual ones
 */
public record TaxRule(Category category, BigDecimal rate, String reason) {

    private static final int DIGITS = 2;

    /** The members of the European Union, ISO 3166-1 alpha-2. */
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    public TaxRule {
        rate = rate.setScale(DIGITS, RoundingMode.UNNECESSARY);
    }

    /**
     * Why a tax is as much as it is, by the codes of UNTDID 5305 that EN 16931 takes (BT-118).
     *
     * <p>For a buyer outside of the Union it is {@code O} and not {@code G}: what is sold here is a service, whose place is
     * where the buyer is (Directive 2006/112/EC, articles 44 and 59), so that it lies outside of the scope of the tax.
     * {@code G} is for goods that leave (article 146).
     */
    public enum Category {
        /** The seller's rate. */
        STANDARD("S"),
        /** The buyer owes it in its own country (Directive 2006/112/EC, article 196). */
        REVERSE_CHARGE("AE"),
        /** The seller is not registered for it. */
        EXEMPT("E"),
        /** Nobody owes it in the country of the seller. */
        OUTSIDE("O");

        private final String code;

        Category(String code) {
            this.code = code;
        }

        /** UNTDID 5305. */
        public String code() {
            return code;
        }

        /** In the database and on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that word. */
        public static Category of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What a seller charges a buyer.
     *
     * @param buyer null where nothing is known of it: it is taken for one of the seller's country
     */
    public static TaxRule of(Profile seller, @Nullable BillingDetails buyer) {
        var treatment = seller.treatment();
        if (treatment.kind() == Treatment.Kind.NOT_REGISTERED) {
            return new TaxRule(Category.EXEMPT, BigDecimal.ZERO, treatment.reason());
        }
        var category =
                buyer == null ? Category.STANDARD : abroad(seller.details().country(), buyer);
        return new TaxRule(category, category == Category.STANDARD ? treatment.rate() : BigDecimal.ZERO, "");
    }

    private static Category abroad(String home, BillingDetails buyer) {
        if (buyer.country().equals(home)) {
            return Category.STANDARD;
        }
        if (!UNION.contains(home) || !UNION.contains(buyer.country())) {
            return Category.OUTSIDE;
        }
        return isBusinessElsewhere(home, buyer.vatId()) ? Category.REVERSE_CHARGE : Category.STANDARD;
    }

    /** A VAT id of the seller's own country, whatever the address, makes the buyer one of that country. */
    private static boolean isBusinessElsewhere(String home, String vatId) {
        return !vatId.isEmpty()
                && UNION.contains(VatId.country(vatId))
                && !VatId.country(vatId).equals(home);
    }

    /** The tax on a sum of lines, computed once and not by the line (EN 16931 BR-CO-17), rounded half up to a minor unit. */
    public Money on(Money net) {
        return net.times(rate.movePointLeft(2));
    }
}
