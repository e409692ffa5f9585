package io.chom.theming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The law every palette obeys: which colours meet on a screen, and how far apart they must be
 * (<a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, 1.4.3</a> for text,
 * <a href="https://www.w3.org/TR/WCAG22/#non-text-contrast">1.4.11</a> for the rest). Every word owes the ratio of small
 * text, as any token may write some. What is pointed at is raised or sunken, or the hover tone of the accent. A focus ring
 * stands beside its control, on the ground or in a highlight. What is disabled owes nothing: both criteria exempt inactive
 * controls.
 */
public final class Readability {
    static final List<Token> GROUNDS = List.of(Token.PAGE, Token.SURFACE, Token.RAISED, Token.SUNKEN);

    static final List<Token> SOFTS =
            List.of(Token.ACCENT_SOFT, Token.SUCCESS_SOFT, Token.WARNING_SOFT, Token.DANGER_SOFT);

    private static final Set<Token> WORDS =
            Set.of(Token.TEXT, Token.MUTED, Token.ACCENT_TEXT, Token.SUCCESS, Token.WARNING, Token.DANGER);
    private static final List<Token> SERIES =
            List.of(Token.CHART_1, Token.CHART_2, Token.CHART_3, Token.CHART_4, Token.CHART_5);
    private static final List<Pair> PAIRS = List.copyOf(allPairs());

    private Readability() {}

    /**
     * Two colours that meet.
     *
     * @param least the least contrast ratio allowed between them
     */
    public record Pair(Token front, Token back, double least) {
        /** Whether the palette's two colours are far enough apart. */
        public boolean holdsIn(Palette palette) {
            return Contrast.ratio(palette.color(front), palette.color(back)) >= least;
        }

        /** Whether the token is one of the two. */
        boolean has(Token token) {
            return front == token || back == token;
        }
    }

    /** Every pair that meets on our screens. */
    public static List<Pair> pairs() {
        return PAIRS;
    }

    private static List<Pair> allPairs() {
        var pairs = new ArrayList<Pair>();
        for (var ground : GROUNDS) {
            WORDS.forEach(word -> pairs.add(text(word, ground)));
            pairs.add(part(Token.FOCUS, ground));
            pairs.add(part(Token.ACCENT, ground));
            pairs.add(part(Token.ACCENT_HOVER, ground));
            pairs.add(part(Token.CONTROL, ground));
            SERIES.forEach(series -> pairs.add(part(series, ground)));
        }
        SOFTS.forEach(soft -> {
            pairs.add(text(Token.TEXT, soft));
            pairs.add(part(Token.FOCUS, soft));
        });
        pairs.addAll(onColours());
        for (var index = 1; index < SERIES.size(); index++) {
            pairs.add(part(SERIES.get(index), SERIES.get(index - 1)));
        }
        return pairs;
    }

    private static List<Pair> onColours() {
        return List.of(
                text(Token.ON_ACCENT, Token.ACCENT),
                text(Token.ON_ACCENT, Token.ACCENT_HOVER),
                text(Token.ON_DANGER, Token.DANGER),
                text(Token.MUTED, Token.ACCENT_SOFT),
                text(Token.ACCENT_TEXT, Token.ACCENT_SOFT),
                text(Token.SUCCESS, Token.SUCCESS_SOFT),
                text(Token.WARNING, Token.WARNING_SOFT),
                text(Token.DANGER, Token.DANGER_SOFT));
    }

    private static Pair text(Token front, Token back) {
        return new Pair(front, back, Contrast.TEXT);
    }

    private static Pair part(Token front, Token back) {
        return new Pair(front, back, Contrast.PART);
    }
}
