package io.chom.theming;

/** How round a brand's cards and controls are. */
public enum Corners {
    SHARP(2, 3, 0),
    SOFT(8, 12, 3),
    ROUND(14, 22, 7);

    private final int control;
    private final int card;
    private final int aura;

    Corners(int control, int card, int aura) {
        this.control = control;
        this.card = card;
        this.aura = aura;
    }

    /** The radius of buttons and fields, in CSS pixels. */
    public int control() {
        return control;
    }

    /** The radius of cards and dialogs, in CSS pixels. */
    public int card() {
        return card;
    }

    /** The unitless base radius from which Aura derives its own. */
    int aura() {
        return aura;
    }
}
