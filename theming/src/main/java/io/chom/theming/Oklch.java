package io.chom.theming;

/**
 * A colour by perceived lightness (0..1), chroma (0..about 0.37) and hue (degrees). Steps of equal size look equally
 * large here, which is why palettes are computed in it and not in sRGB.
 */
record Oklch(double lightness, double chroma, double hue) {

    static Oklch of(Color color) {
        var red = Contrast.linear(color.red());
        var green = Contrast.linear(color.green());
        var blue = Contrast.linear(color.blue());
        var l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        var m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        var s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        var a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        var b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        var lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        return new Oklch(lightness, Math.hypot(a, b), Math.toDegrees(Math.atan2(b, a)));
    }

    Oklch at(double newLightness) {
        return new Oklch(Math.clamp(newLightness, 0.0, 1.0), chroma, hue);
    }

    Oklch withChroma(double newChroma) {
        return new Oklch(lightness, newChroma, hue);
    }

    /** The nearest displayable colour of the same lightness and hue: chroma gives way. */
    Color color() {
        if (isDisplayable(chroma)) {
            return render(chroma);
        }
        var low = 0.0;
        var high = chroma;
        for (var step = 0; step < 16; step++) {
            var middle = (low + high) / 2;
            low = isDisplayable(middle) ? middle : low;
            high = isDisplayable(middle) ? high : middle;
        }
        return render(low);
    }

    private boolean isDisplayable(double tried) {
        for (var channel : linearRgb(tried)) {
            if (channel < -0.0005 || channel > 1.0005) {
                return false;
            }
        }
        return true;
    }

    private Color render(double tried) {
        var rgb = linearRgb(tried);
        return new Color(channel(rgb[0]), channel(rgb[1]), channel(rgb[2]));
    }

    private double[] linearRgb(double tried) {
        var a = tried * Math.cos(Math.toRadians(hue));
        var b = tried * Math.sin(Math.toRadians(hue));
        var l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        var m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        var s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static int channel(double linear) {
        var value = Math.clamp(linear, 0.0, 1.0);
        var encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
        return (int) Math.round(encoded * 255);
    }
}
