package io.chom.theming.website;

import io.chom.theming.BrandFont;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the nearest of the fonts that we serve to one that a website is written in. */
final class FontClass {

    /** Parts of names of families, by the font of ours that is most like them. */
    private static final Map<BrandFont, List<String>> LIKE = Map.of(
            BrandFont.SOURCE_SERIF,
            List.of(
                    "serif 4",
                    "source serif",
                    "georgia",
                    "times",
                    "merriweather",
                    "playfair",
                    "lora",
                    "garamond",
                    "pt serif",
                    "noto serif",
                    "roboto slab",
                    "libre baskerville",
                    "crimson",
                    "bitter",
                    "spectral",
                    "cormorant",
                    "didot"),
            BrandFont.NUNITO_SANS,
            List.of(
                    "nunito",
                    "open sans",
                    "lato",
                    "mulish",
                    "quicksand",
                    "cabin",
                    "varela",
                    "source sans",
                    "ubuntu",
                    "rubik",
                    "comfortaa",
                    "fira sans",
                    "verdana",
                    "trebuchet",
                    "segoe ui",
                    "hind",
                    "dosis",
                    "karla"),
            BrandFont.SPACE_GROTESK,
            List.of(
                    "space ",
                    "montserrat",
                    "poppins",
                    "futura",
                    "sora",
                    "outfit",
                    "lexend",
                    "jost",
                    "urbanist",
                    "raleway",
                    "mono",
                    "code",
                    "courier",
                    "consolas",
                    "syne",
                    "exo",
                    "orbitron"),
            BrandFont.BRICOLAGE_GROTESQUE,
            List.of(
                    "bricolage",
                    "oswald",
                    "barlow",
                    "league",
                    "bebas",
                    "condensed",
                    "archivo",
                    "anton",
                    "fjalla",
                    "impact"),
            BrandFont.INTER,
            List.of(
                    "inter",
                    "roboto",
                    "helvetica",
                    "arial",
                    "work sans",
                    "dm sans",
                    "manrope",
                    "figtree",
                    "ibm plex sans",
                    "noto sans",
                    "public sans",
                    "geist",
                    "plus jakarta",
                    "sf pro",
                    "avenir",
                    "circular"),
            BrandFont.SYSTEM,
            List.of("system-ui", "-apple-system", "blinkmacsystemfont", "ui-sans-serif"));

    private FontClass() {}

    /** The nearest to the first family of a list that says something; empty if none does. */
    static Optional<BrandFont> nearest(String families) {
        return Arrays.stream(families.toLowerCase(Locale.ROOT).split(","))
                .map(family -> family.replaceAll("[\"']", "").strip())
                .flatMap(family -> like(family).or(() -> general(family)).stream())
                .findFirst();
    }

    private static Optional<BrandFont> like(String family) {
        return Arrays.stream(BrandFont.values())
                .filter(font ->
                        LIKE.getOrDefault(font, List.of()).stream().anyMatch(part -> (family + " ").contains(part)))
                .findFirst();
    }

    private static Optional<BrandFont> general(String family) {
        return Optional.ofNullable(
                switch (family) {
                    case "serif", "ui-serif" -> BrandFont.SOURCE_SERIF;
                    case "sans-serif" -> BrandFont.INTER;
                    case "monospace" -> BrandFont.SPACE_GROTESK;
                    default -> null;
                });
    }
}
