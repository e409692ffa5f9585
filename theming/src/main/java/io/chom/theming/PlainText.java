package io.chom.theming;

import io.chom.theming.Unfit.Reason;

/** What one line of words may contain: nothing invisible, nothing that reorders what is read. */
public final class PlainText {
    private PlainText() {}

    /**
     * The text without surrounding blanks.
     *
     * @throws IllegalArgumentException if it is empty, longer than {@code most} or has a forbidden character
     */
    static String line(String what, String text, int most) {
        var stripped = text.strip();
        var length = stripped.codePointCount(0, stripped.length());
        if (length < 1 || length > most) {
            throw new Unfit(Reason.LENGTH, what + " has 1 to " + most + " characters", most);
        }
        if (!isVisible(stripped)) {
            throw new Unfit(Reason.INVISIBLE, what + " must not contain control or invisible characters");
        }
        return stripped;
    }

    /** Whether the text is neither empty nor longer than {@code most} and has no forbidden character. */
    static boolean isLine(String text, int most) {
        var length = text.strip().codePointCount(0, text.strip().length());
        return length >= 1 && length <= most && isVisible(text.strip());
    }

    /** The text on one line: each run of blanks, line ends and forbidden characters becomes one blank, none at the ends. */
    public static String cleaned(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isForbidden(character) || Character.isWhitespace(character) ? ' ' : character)
                .filter(character -> character != ' ' || !line.isEmpty() && line.charAt(line.length() - 1) != ' ')
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    static boolean isVisible(String text) {
        return text.codePoints().noneMatch(PlainText::isForbidden);
    }

    /** Format characters (category Cf) are the bidirectional and zero-width ones that make one name look like another. */
    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
