package io.chom.tenants.usage;

import org.jspecify.annotations.Nullable;

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

    private static final int REPLACED = 0xFFFD;

    private Texts() {}

    /** True for text without control, formatting, lone surrogate or unassigned characters, at most that long. */
    static boolean isPrintable(String text, int most) {
        return text.length() <= most && text.codePoints().allMatch(Texts::isPrintable);
    }

    /** At most so much of a text, with a mark in the place of what cannot be printed nor be stored. */
    static @Nullable String kept(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        return text.codePoints()
                .limit(most)
                .map(one -> isPrintable(one) ? one : REPLACED)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int codePoint) {
        return (UNPRINTABLE >> Character.getType(codePoint) & 1) == 0;
    }
}
