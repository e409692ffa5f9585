package io.chom.theming.website;

import io.chom.theming.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how much speaks for colours. Greys do not stand for election, nor what is almost black or white. */
final class ColorVotes {

    private static final int MOST_WINNERS = 6;
    private static final double LEAST_CHROMA = 0.045;
    private static final double DARKEST = 0.18;
    private static final double LIGHTEST = 0.95;
    /** Nearer than this they are shades of the same colour, such as that of a button that is pointed at. */
    private static final double SAME = 0.09;

    private final Map<Color, Integer> votes = new LinkedHashMap<>();

    void add(Color color, int weight) {
        var lightness = color.lightness();
        if (color.chroma() >= LEAST_CHROMA && lightness > DARKEST && lightness < LIGHTEST) {
            votes.merge(color, weight, Integer::sum);
        }
    }

    /** The most voted first; of shades of the same colour only the first. */
    List<Color> winners() {
        List<Color> winners = new ArrayList<>();
        votes.entrySet().stream()
                .sorted(Map.Entry.<Color, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .filter(color -> winners.stream().noneMatch(one -> one.distance(color) < SAME))
                .limit(MOST_WINNERS)
                .forEachOrdered(winners::add);
        return List.copyOf(winners);
    }
}
