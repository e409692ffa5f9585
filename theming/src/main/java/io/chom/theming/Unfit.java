package io.chom.theming;

import java.util.List;

/**
 * Something that a brand cannot have. The message is an English sentence without a full stop; whoever speaks to people in
 * their own language says it by its reason.
 */
public final class Unfit extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient List<Object> places;

    /** Why it is unfit. */
    public enum Reason {
        /** A line is empty or has more characters than the place says. */
        LENGTH,
        /** A line has characters that nobody sees. */
        INVISIBLE,
        COLOR,
        SUPPORT_ADDRESS,
        HELP_ADDRESS,
        /** A file has more kB than the place says. */
        TOO_HEAVY,
        NOT_PNG,
        DAMAGED_PICTURE,
        /** A picture has more pixels a side than the place says. */
        TOO_WIDE,
        /** A picture has fewer pixels a side than the place says. */
        TOO_NARROW,
        NOT_SVG,
        /** A drawing is not in one frame. */
        FRAME,
        /** A drawing has the element or attribute that the place says. */
        PART,
        /** A drawing refers to something outside of it. */
        REFERENCE,
        /** A drawing has a document type or an instruction. */
        INSTRUCTION,
        NOT_WOFF2,
        DAMAGED_FONT
    }

    /**
     * @param message a sentence without a full stop
     * @param places what the sentence of the reason speaks of, numbers or words
     */
    Unfit(Reason reason, String message, Object... places) {
        super(message);
        this.reason = reason;
        this.places = List.of(places);
    }

    public Reason reason() {
        return reason;
    }

    /** Numbers or words, in the order in which the sentence of the reason has them. */
    public List<Object> places() {
        return places;
    }
}
