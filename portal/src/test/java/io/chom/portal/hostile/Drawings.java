package io.chom.portal.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.portal.hostile.Payload.Family;
import io.chom.theming.Logo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Drawings that are programs, or that ask somebody else for a part of themselves. */
final class Drawings {

    private static final String SHAPE = "<rect width=\"60\" height=\"30\" fill=\"#0a7d5a\"/>";

    /** What stands in a drawing; {@code %t} is the trap, {@code %d} another drawing with a script in an address. */
    private static final List<String> PARTS = List.of(
            "<script>alert(1)</script>",
            "<script href=\"%t/s.js\"/>",
            "<g onload=\"alert(1)\"><rect width=\"9\" height=\"9\" onclick=\"alert(1)\"/></g>",
            "<set attributeName=\"fill\" to=\"red\" onbegin=\"alert(1)\"/>",
            "<animate attributeName=\"href\" values=\"javascript:alert(1)\" onend=\"alert(1)\" dur=\"1ms\"/>",
            "<animateTransform attributeName=\"transform\" type=\"rotate\" onrepeat=\"alert(1)\" dur=\"1ms\" repeatCount=\"9\"/>",
            "<foreignObject width=\"60\" height=\"30\"><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"alert(1)\"/></foreignObject>",
            "<foreignObject width=\"9\" height=\"9\"><iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"%t/f\"/></foreignObject>",
            "<image href=\"%t/i.png\" width=\"9\" height=\"9\"/>",
            "<image xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"%t/x.png\" width=\"9\" height=\"9\"/>",
            "<image href=\"%d\" width=\"9\" height=\"9\"/>",
            "<use href=\"%t/u.svg#x\"/>",
            "<use href=\"%d#x\"/>",
            "<a href=\"javascript:alert(1)\"><text x=\"1\" y=\"9\">x</text></a>",
            "<style>@import url(%t/i.css); * { fill: url(%t/f.svg#x) }</style>",
            "<style>@font-face { font-family: x; src: url(%t/x.woff2) } text { font-family: x }</style><text y=\"9\">x</text>",
            "<rect width=\"9\" height=\"9\" style=\"fill:url(%t/s.svg#x)\"/>",
            "<rect width=\"9\" height=\"9\" fill=\"url(%t/p.svg#x)\"/>",
            "<rect width=\"9\" height=\"9\" fill=\"u\\72l(%t/p.svg#x)\" mask=\"url( '%t/m.svg#x' )\"/>",
            "<rect width=\"9\" height=\"9\" clip-path=\"url(%t/c.svg#x)\" filter=\"url(%t/f.svg#x)\"/>",
            "<filter id=\"f\"><feImage href=\"%t/fe.png\"/></filter><rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>",
            "<handler xmlns=\"http://www.w3.org/2000/svg\" type=\"text/javascript\" ev:event=\"load\" xmlns:ev=\"http://www.w3.org/2001/xml-events\">alert(1)</handler>",
            "<title><![CDATA[</title><script>alert(1)</script>]]></title>",
            "<text y=\"9\">&lt;script&gt;alert(1)&lt;/script&gt;<tspan cursor=\"url(%t/c.cur)\">x</tspan></text>",
            "%PROLOG");

    private static final List<String> PROLOGS = List.of(
            "<!DOCTYPE svg [<!ENTITY x SYSTEM \"%t/x.xml\">]>",
            "<?xml-stylesheet href=\"%t/x.css\" type=\"text/css\"?><?xml-stylesheet href=\"%t/x.xsl\" type=\"text/xsl\"?>");

    private static final List<Function<byte[], Logo>> ENTRIES = List.of(Logo::uploaded, Logo::found);

    private Drawings() {}

    static Stream<Payload> all(String trap) {
        return PARTS.stream()
                .flatMap(part -> Stream.of(0, 1)
                        .map(form ->
                                drawing(part, form).replace("%d", inside(trap)).replace("%t", trap))
                        .flatMap(svg -> ENTRIES.stream().map(entry -> payload(svg, entry))));
    }

    /** A raw one, for the proof that the trap and the hook see what they should. */
    static String unsafe(String trap) {
        return drawing(PARTS.get(0) + PARTS.get(8), 0).replace("%t", trap);
    }

    private static String drawing(String part, int form) {
        var prolog = part.equals("%PROLOG") ? PROLOGS.get(form) : "";
        var inner = part.equals("%PROLOG") ? form == 0 ? "<text y=\"9\">&x;</text>" : "" : part;
        UnaryOperator<String> nested = form == 0 ? text -> text : text -> "<defs><g>" + text + "</g></defs>";
        return prolog + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 30\" width=\"60\" height=\"30\">"
                + SHAPE + nested.apply(inner) + "</svg>";
    }

    private static String inside(String trap) {
        return "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' id='x' onload='alert(1)'%3E%3Cimage href='"
                + trap + "/d.png'/%3E%3C/svg%3E";
    }

    private static Payload payload(String svg, Function<byte[], Logo> entry) {
        return new Payload(Family.DRAWINGS, svg, Optional.empty(), () -> {
            var logo = entry.apply(svg.getBytes(UTF_8));
            var artwork = Victim.BRAND.artwork();
            return Victim.BRAND.withArtwork(
                    artwork.withOnLight(logo).withOnDark(logo).withFavicon(logo));
        });
    }
}
