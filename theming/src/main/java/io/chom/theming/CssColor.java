package io.chom.theming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads colours as style sheets write them
 * (<a href="https://www.w3.org/TR/css-color-4/">CSS Color 4</a>): in hexadecimal digits, or by {@code rgb}, {@code hsl} or
 * {@code oklch}. Names of colours are its caller’s matter. What can be seen through more than halfway is no colour here.
 */
public final class CssColor {
    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
    private static final Pattern FUNCTION = Pattern.compile("(rgb|hsl|oklch)a?\\(([^()]{1,100})\\)");
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:[0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9}))(%|deg|turn|rad)?");

    private CssColor() {}

    /** The colour that the text is; empty if it is none, or mostly transparent. */
    public static Optional<Color> read(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        return HEX.matcher(lower).matches() ? hex(lower.substring(1)) : function(lower);
    }

    private static Optional<Color> hex(String digits) {
        var all = digits.length() < 6 ? digits.replaceAll("(.)", "$1$1") : digits;
        var isSeen = all.length() == 6 || Integer.parseInt(all.substring(6), 16) >= 128;
        return isSeen ? Optional.of(Color.of("#" + all.substring(0, 6))) : Optional.empty();
    }

    private static Optional<Color> function(String text) {
        var function = FUNCTION.matcher(text);
        if (!function.matches()) {
            return Optional.empty();
        }
        var parts = parts(function.group(2));
        if (parts.size() < 3 || parts.size() > 3 && parts.get(3).of(1) < 0.5) {
            return Optional.empty();
        }
        return Optional.of(
                switch (function.group(1)) {
                    case "rgb" -> new Color(channel(parts.get(0)), channel(parts.get(1)), channel(parts.get(2)));
                    case "hsl" -> hsl(parts.get(0).degrees(), percent(parts.get(1)), percent(parts.get(2)));
                    default ->
                        oklch(
                                parts.get(0).of(1),
                                parts.get(1).of(0.4),
                                parts.get(2).degrees());
                });
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        for (var one : text.replace(',', ' ').replace('/', ' ').strip().split("\\s+")) {
            var number = NUMBER.matcher(one);
            if (!number.matches()) {
                return List.of();
            }
            parts.add(new Part(
                    Double.parseDouble(number.group(1)),
                    Optional.ofNullable(number.group(2)).orElse("")));
        }
        return parts;
    }

    private static int channel(Part part) {
        return (int) Math.round(Math.clamp(part.of(255), 0, 255));
    }

    private static double percent(Part part) {
        return Math.clamp(part.value / 100, 0, 1);
    }

    private static Color hsl(double hue, double saturation, double lightness) {
        var amplitude = saturation * Math.min(lightness, 1 - lightness);
        DoubleUnaryOperator channel = shift -> {
            var k = ((shift + hue / 30) % 12 + 12) % 12;
            return lightness - amplitude * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        };
        return new Color(
                full(channel.applyAsDouble(0)), full(channel.applyAsDouble(8)), full(channel.applyAsDouble(4)));
    }

    private static int full(double share) {
        return (int) Math.round(Math.clamp(share, 0, 1) * 255);
    }

    private static Color oklch(double lightness, double chroma, double hue) {
        return new Oklch(Math.clamp(lightness, 0, 1), Math.clamp(chroma, 0, 0.5), hue).color();
    }

    private record Part(double value, String unit) {

        /** As a share of the whole if it is written in per cent. */
        double of(double whole) {
            return unit.equals("%") ? value / 100 * whole : value;
        }

        double degrees() {
            return switch (unit) {
                case "turn" -> value * 360;
                case "rad" -> Math.toDegrees(value);
                default -> value;
            };
        }
    }
}
