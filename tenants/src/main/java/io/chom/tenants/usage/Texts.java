package io.chom.tenants.usage;

/** Texts that senders choose and people see. */
final class Texts {

    /** The general categories of Unicode, a bit each. */
    private static final int UNPRINTABLE = 1 << Character.CONTROL
            | 1 << Character.FORMAT
            | 1 << Character.SURROGATE
            | 1 << Character.PRIVATE_USE
            | 1 << Character.UNASSIGNED
            | 1 << Character.LINE_SEPARATOR
            | 1 << Character.PARAGRAPH_SEPARATOR;

    private Texts() {}

    /** True for text without control, formatting, lone surrogate or unassigned characters, at most that long. */
    static boolean isPrintable(String text, int most) {
        return text.length() <= most && text.codePoints().allMatch(Texts::isPrintable);
    }

    private static boolean isPrintable(int codePoint) {
        return (UNPRINTABLE >> Character.getType(codePoint) & 1) == 0;
    }
}
