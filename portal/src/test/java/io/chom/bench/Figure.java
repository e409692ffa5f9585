package io.chom.bench;

/**
 * What was measured, beside what is demanded.
 *
 * @param name stays the same from run to run
 * @param unit such as {@code ratio}, {@code ms}, {@code kB}
 * @param goal a value that is better or equal meets it
 * @param better which way is better
 * @param about what it is, in a sentence
 */
record Figure(String name, double value, String unit, double goal, Better better, String about) {

    enum Better {
        HIGHER,
        LOWER
    }

    static Figure atLeast(double goal, String unit, String name, double value, String about) {
        return new Figure(name, value, unit, goal, Better.HIGHER, about);
    }

    static Figure atMost(double goal, String unit, String name, double value, String about) {
        return new Figure(name, value, unit, goal, Better.LOWER, about);
    }

    boolean isMet() {
        return switch (better) {
            case HIGHER -> value >= goal;
            case LOWER -> value <= goal;
        };
    }

    String demand() {
        return (better == Better.HIGHER ? "≥ " : "≤ ") + plain(goal);
    }

    /** Three digits that matter. */
    static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.valueOf((long) value);
        }
        int decimals = Math.clamp(2 - (int) Math.floor(Math.log10(Math.abs(value))), 0, 6);
        return String.format(java.util.Locale.ROOT, "%." + decimals + "f", value);
    }
}
