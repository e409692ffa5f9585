package io.chom.tenants.billing.details;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The number under which a house pays value added tax, with the code of its country in front as EN 16931 asks (BR-CO-09):
 * ISO 3166-1 alpha-2, but {@code EL} for Greece and {@code XI} for Northern Ireland. Only its form is looked at; whether
 * somebody has it is a question to the country (for those of the EU, VIES).
 */
public final class VatId {

    /** The forms that VIES tells in its answers to "What is the format of a VAT number?", and those of three neighbours. */
    private static final Map<String, Pattern> FORMS = Stream.of(
                    "AT U\\d{8}",
                    "BE [01]\\d{9}",
                    "BG \\d{9,10}",
                    "CY \\d{8}[A-Z]",
                    "CZ \\d{8,10}",
                    "DE \\d{9}",
                    "DK \\d{8}",
                    "EE \\d{9}",
                    "EL \\d{9}",
                    "ES [A-Z0-9]\\d{7}[A-Z0-9]",
                    "FI \\d{8}",
                    "FR [A-Z0-9]{2}\\d{9}",
                    "HR \\d{11}",
                    "HU \\d{8}",
                    "IE \\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}",
                    "IT \\d{11}",
                    "LT (\\d{9}|\\d{12})",
                    "LU \\d{8}",
                    "LV \\d{11}",
                    "MT \\d{8}",
                    "NL [A-Z0-9+*]{12}",
                    "PL \\d{10}",
                    "PT \\d{9}",
                    "RO \\d{2,10}",
                    "SE \\d{12}",
                    "SI \\d{8}",
                    "SK \\d{10}",
                    "XI (\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})",
                    "GB (\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})",
                    "CH E\\d{9}(MWST|TVA|IVA)?",
                    "NO \\d{9}(MVA)?")
            .map(form -> form.split(" ", 2))
            .collect(Collectors.toUnmodifiableMap(form -> form[0], form -> Pattern.compile(form[1])));

    private static final Pattern ELSEWHERE = Pattern.compile("[A-Z0-9]{2,18}");
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private VatId() {}

    /** Without what people write between the digits, in capitals, and with the letters that Greece has here. */
    static String normalised(String typed) {
        var plain = typed.replaceAll("[\\s.\\-/]", "").toUpperCase(Locale.ROOT);
        return plain.startsWith("GR") ? "EL" + plain.substring(2) : plain;
    }

    /** Whether it has the form of its country, where that is known; any where it is not. */
    static boolean isOne(String normalised) {
        if (normalised.length() < 4) {
            return false;
        }
        var rest = normalised.substring(2);
        var form = FORMS.get(normalised.substring(0, 2));
        return form == null
                ? COUNTRIES.contains(country(normalised))
                        && ELSEWHERE.matcher(rest).matches()
                : form.matcher(rest).matches();
    }

    /** The country that gave it, in ISO 3166-1 alpha-2; of Northern Ireland {@code XI}. */
    static String country(String normalised) {
        var code = normalised.substring(0, 2);
        return code.equals("EL") ? "GR" : code;
    }
}
