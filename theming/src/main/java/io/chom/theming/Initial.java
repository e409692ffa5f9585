package io.chom.theming;

import java.util.Locale;

/** Draws the stand-in logo of a brand that has not uploaded one. */
record Initial(String name, String letter, Color tile, Color ink) {

    static Initial of(String name, Color accent) {
        var first = new String(Character.toChars(name.codePointAt(0))).toUpperCase(Locale.ROOT);
        var fill = Seek.from(Oklch.of(accent)).until(color -> Contrast.isReadable(Color.WHITE, color));
        return new Initial(name, first, fill, Color.WHITE);
    }

    Logo mark() {
        return Logo.svg("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">" + tileSvg() + "</svg>");
    }

    /** The width is generous: a text in a picture cannot be measured here, and a cut name is worse than air. */
    Logo wordmark(Color text) {
        var width = 44 + 13 * name.codePointCount(0, name.length());
        return Logo.svg("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 32\">%s".formatted(width, tileSvg())
                + "<text x=\"42\" y=\"22\" font-family=\"system-ui, sans-serif\" font-size=\"18\" font-weight=\"600\""
                + " fill=\"%s\">%s</text></svg>".formatted(text.hex(), escaped(name)));
    }

    private String tileSvg() {
        return ("<rect width=\"32\" height=\"32\" rx=\"8\" fill=\"%s\"/><text x=\"16\" y=\"22\" text-anchor=\"middle\""
                        + " font-family=\"system-ui, sans-serif\" font-size=\"17\" font-weight=\"600\" fill=\"%s\">%s</text>")
                .formatted(tile.hex(), ink.hex(), escaped(letter));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
