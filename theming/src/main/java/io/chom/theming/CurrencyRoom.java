package io.chom.theming;

import java.util.regex.Pattern;

/** Between the letters of a currency and figures the CLDR asks for a space; the formats of Java set none. */
public final class CurrencyRoom {

    private static final Pattern NONE = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})");

    private CurrencyRoom() {}

    /** An amount as Java writes it, with a space that does not break where letters would touch figures. */
    public static String in(String amount) {
        return NONE.matcher(amount).replaceAll("\u00a0");
    }
}
