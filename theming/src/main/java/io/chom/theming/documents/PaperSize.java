package io.chom.theming.documents;

import java.util.Locale;
import java.util.Set;

/** What a document is printed on. */
public enum PaperSize {
    /** 210 × 297 mm (ISO 216). */
    A4("210mm 297mm"),
    /** 8.5 × 11 inches. */
    LETTER("8.5in 11in");

    /** Where printers hold Letter, as the Unicode CLDR lists them (paperSize in its supplemental data), by ISO 3166. */
    private static final Set<String> LETTER_COUNTRIES =
            Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

    private final String css;

    PaperSize(String css) {
        this.css = css;
    }

    /** What is usual in a locale's country; A4 where none is named. */
    public static PaperSize of(Locale locale) {
        return LETTER_COUNTRIES.contains(locale.getCountry()) ? LETTER : A4;
    }

    /** Width and height as CSS writes them. */
    String css() {
        return css;
    }
}
