package io.chom.theming;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The style sheet of a brand: its font and its tokens as custom properties, ours ({@code --ui-…}) and those of
 * Vaadin's Aura theme. The same tokens always give the same text, and the text names nobody.
 *
 * @param css the text
 * @param hash the first 16 hexadecimal digits of its SHA-256
 */
public record BrandStylesheet(String css, String hash) {
    /** Where our own server has the fonts. */
    public static final String FONTS = "/ui/fonts/";

    /** The style sheet for pages of our own server. */
    public static BrandStylesheet of(BrandTokens tokens) {
        return of(tokens, FONTS);
    }

    /**
     * The style sheet for a server that has the fonts elsewhere.
     *
     * @param fonts the address of the fonts' folder as the style sheet sees it, ending with a slash
     */
    public static BrandStylesheet of(BrandTokens tokens, String fonts) {
        var look = tokens.look();
        return of(tokens, look.font().faces(fonts), look.font().css());
    }

    /** The style sheet of a brand whose files lie beside it. */
    public static BrandStylesheet of(Brand brand, BrandTokens tokens) {
        var own = brand.font() == null ? "" : brand.font().face();
        return of(tokens, own + tokens.look().font().faces(FONTS), brand.fontFamily());
    }

    private static BrandStylesheet of(BrandTokens tokens, String faces, String family) {
        var css = faces + constants(tokens.look(), family) + pairs(tokens) + single(tokens) + MODES;
        return new BrandStylesheet(css, Digest.of(css));
    }

    /** The address under which the style sheet never changes. */
    public String path() {
        return BrandAssets.PLACE + hash + ".css";
    }

    /** Vaadin sets the attribute theme and the style color-scheme on the root; our own pages set data-mode. */
    private static final String MODES = """
            :root[data-mode=light],:root[theme~=light]{color-scheme:light}
            :root[data-mode=dark],:root[theme~=dark]{color-scheme:dark}
            @media print{:root{color-scheme:light!important}}
            """;

    private static String constants(Look look, String family) {
        var corners = look.corners();
        return """
                :root{color-scheme:%s;--ui-font:%s;--ui-radius:%dpx;--ui-radius-card:%dpx;%s\
                --aura-font-family:var(--ui-font);--aura-base-radius:%d}
                """.formatted(
                                look.mode().css(),
                                family,
                                corners.control(),
                                corners.card(),
                                look.density().css(),
                                corners.aura())
                + look.density().controls();
    }

    private static String pairs(BrandTokens tokens) {
        var ours = Arrays.stream(Token.values())
                .map(token -> "%s:light-dark(%s,%s)"
                        .formatted(
                                token.property(),
                                tokens.light().color(token).hex(),
                                tokens.dark().color(token).hex()))
                .collect(Collectors.joining(";"));
        return "@supports (color:light-dark(#000,#fff)){:root{%s}}\n:root{%s}\n".formatted(ours, aura(tokens));
    }

    private static String aura(BrandTokens tokens) {
        var light = tokens.light();
        var dark = tokens.dark();
        return "--aura-accent-color-light:%s;--aura-accent-color-dark:%s;--aura-background-color-light:%s;--aura-background-color-dark:%s"
                .formatted(
                        light.color(Token.ACCENT).hex(),
                        dark.color(Token.ACCENT).hex(),
                        light.color(Token.PAGE).hex(),
                        dark.color(Token.PAGE).hex());
    }

    /** For browsers without light-dark(): the whole palette by media query and attribute. */
    private static String single(BrandTokens tokens) {
        var light = values(tokens.light());
        var dark = values(tokens.dark());
        var base = tokens.look().mode() == ColorMode.DARK ? dark : light;
        var auto = tokens.look().mode() == ColorMode.AUTO
                ? "@media (prefers-color-scheme:dark){:root{%s}}".formatted(dark)
                : "";
        return """
                @supports not (color:light-dark(#000,#fff)){:root{%s}%s
                :root[data-mode=light],:root[theme~=light]{%s}
                :root[data-mode=dark],:root[theme~=dark]{%s}}
                """.formatted(base, auto, light, dark);
    }

    private static String values(Palette palette) {
        return Arrays.stream(Token.values())
                .map(token -> token.property() + ":" + palette.color(token).hex())
                .collect(Collectors.joining(";"));
    }
}
