package io.chom.portal.hostile;

import io.chom.portal.hostile.Payload.Family;
import io.chom.theming.Brand;
import io.chom.theming.Term;
import io.chom.theming.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Markup, templates, mail headers and characters that deceive, where words are asked for. */
final class Words {

    private static final List<String> MARKUP = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "</title><script>alert(1)//",
            "\" onmouseover=alert(1) x=\"",
            "' autofocus onfocus=alert(1) '",
            "<link rel=stylesheet href=%t>",
            "<base href=%t>",
            "<!--<script>alert(1)</script>",
            "]]><script>alert(1)</script>",
            "javascript:alert(1)",
            "{{7*7}}{{{frame.name}}}{{>head}}",
            "${7*7}#{7*7}@{7*7}",
            "<%= 7*7 %><?= 7*7 ?>",
            "[[${7*7}]] __${7*7}__::x",
            "{0}'{1,number}' %s%n%99$s");

    private static final List<Function<String, Brand>> PLACES = List.of(
            Victim.BRAND::withName,
            Victim.BRAND::withPromise,
            text -> Victim.BRAND.withContact(Victim.BRAND.contact().withLegalFooter(text)),
            text -> Victim.BRAND.withContact(Victim.BRAND.contact().withSenderName(text)),
            text -> Victim.BRAND.withWording(Wording.USUAL
                    .with(Term.PLAN, new Wording.Word(text, text))
                    .with(Term.SITE, new Wording.Word(text, text))));

    private static final List<String> HEADERS = List.of(
            "\r\nBcc: all@victim.example",
            "\nBcc: all@victim.example",
            "\rX-Priority: 1",
            "\r\n\r\n<script>alert(1)</script>",
            "%0d%0aBcc: all@victim.example",
            "=?utf-8?Q?=0D=0ABcc:_x?=",
            "\u2028Bcc: all@victim.example",
            "\u0085Bcc: all@victim.example",
            "\" <ceo@bank.example>",
            ", ceo@bank.example; (x) <y@z.example>");

    private static final List<Function<String, String>> AROUND =
            List.of(text -> "Acme" + text, text -> text + "Acme", text -> "Ac" + text + "me");

    /** Reordering, nothing to see, and letters that look like others. */
    private static final List<String> DECEIVING = List.of(
            "\u202e",
            "\u202d",
            "\u2066",
            "\u2067",
            "\u061c",
            "\u200e",
            "\u200b",
            "\u200d",
            "\u2060",
            "\ufeff",
            "\u00ad",
            "\udb40\udc41",
            "\ue000",
            "\u0430\u0441",
            "\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a");

    private Words() {}

    static Stream<Payload> markup(String trap) {
        var shortest = trap.replace("http:", "");
        return MARKUP.stream()
                .map(text -> text.replace("%t", shortest))
                .flatMap(text ->
                        PLACES.stream().map(place -> payload(Family.WORDS, text, PLACES.indexOf(place) < 3, place)));
    }

    static Stream<Payload> senders() {
        return HEADERS.stream()
                .flatMap(text -> AROUND.stream()
                        .map(around -> payload(Family.SENDERS, around.apply(text), false, PLACES.get(3))));
    }

    static Stream<Payload> lookalikes() {
        return DECEIVING.stream()
                .map(text -> "Ac" + text + "me")
                .flatMap(text -> Stream.of(PLACES.get(0), PLACES.get(3))
                        .map(place -> payload(Family.LOOKALIKES, text, place == PLACES.get(0), place)));
    }

    private static Payload payload(Family family, String text, boolean isRead, Function<String, Brand> place) {
        return new Payload(
                family, text, isRead ? Optional.of(text.strip()) : Optional.empty(), () -> place.apply(text));
    }
}
