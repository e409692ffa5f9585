package io.chom.tenants.billing.details;

/**
 * What is wrong with billing details.
 *
 * @param field where
 * @param problem what
 */
public record Flaw(Field field, Problem problem) {

    /** A place to write. */
    public enum Field {
        LEGAL_NAME("legal_name", 200, true),
        STREET("street", 200, true),
        SECOND_LINE("second_line", 200, false),
        POSTAL_CODE("postal_code", 20, true),
        CITY("city", 100, true),
        COUNTRY("country", 2, true),
        VAT_ID("vat_id", 20, false),
        TAX_NUMBER("tax_number", 40, false),
        EMAIL("email", 254, false),
        BUYER_REFERENCE("buyer_reference", 100, false),
        RATE("tax_rate", 6, false),
        REASON("exempt_reason", 300, false);

        private final String word;
        private final int longest;
        private final boolean isNeeded;

        Field(String word, int longest, boolean isNeeded) {
            this.word = word;
            this.longest = longest;
            this.isNeeded = isNeeded;
        }

        /** Its name on the wire. */
        public String word() {
            return word;
        }

        /** So many characters at most. */
        public int longest() {
            return longest;
        }

        /** Whether an address is none without it. */
        public boolean isNeeded() {
            return isNeeded;
        }
    }

    /** What can be wrong. */
    public enum Problem {
        /** Nothing is written. */
        MISSING,
        /** It is no such thing. */
        WRONG,
        /** It is longer than {@link Field#longest}. */
        TOO_LONG
    }
}
