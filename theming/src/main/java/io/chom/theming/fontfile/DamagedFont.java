package io.chom.theming.fontfile;

import org.jspecify.annotations.Nullable;

/** What is in a font’s file is not as its format has it. The message is a sentence without a full stop. */
public final class DamagedFont extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    DamagedFont(@Nullable Throwable cause) {
        super("This font is damaged, or not one for text", cause);
    }

    /** @throws DamagedFont unless it holds */
    static void unless(boolean holds) {
        if (!holds) {
            throw new DamagedFont(null);
        }
    }
}
