package io.chom.tenants.platform.mail;

import io.chom.theming.Terms;
import io.chom.theming.mail.BrandedMail;
import io.chom.theming.mail.Letter;
import java.net.URI;
import java.text.ListFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what a mail is about into words of a language, on the paper of a brand. */
@Component
class LetterWriter {

    private final MailTexts texts;
    private final BrandedMail paper = new BrandedMail();

    LetterWriter(MailTexts texts) {
        this.texts = texts;
    }

    /**
     * A mail in words.
     *
     * @param language in which it is written
     */
    record Written(Locale language, String subject, BrandedMail.Written body) {}

    /**
     * Writes it.
     *
     * @param wanted the recipient's language; null for the brand's
     * @param leave where the recipient ends this kind; null where that cannot be
     */
    Written write(Letterhead head, Contents contents, @Nullable Locale wanted, @Nullable URI leave) {
        Locale language = head.spoken(wanted);
        Letter letter = new Speech(head, contents, language).letter(leave);
        return new Written(language, letter.subject(), paper.write(head.assets(), head.origin(), language, letter));
    }

    /** One mail in one language. */
    private final class Speech {

        private final Letterhead head;
        private final Contents contents;
        private final Locale language;
        private final Terms terms;
        private final Object[] values;

        Speech(Letterhead head, Contents contents, Locale language) {
            this.head = head;
            this.contents = contents;
            this.language = language;
            this.terms = Terms.of(language, head.assets().brand().wording());
            this.values = contents.values().stream().map(this::said).toArray();
        }

        Letter letter(@Nullable URI leave) {
            return new Letter(
                    own("subject"),
                    own("preheader"),
                    own("heading"),
                    paragraphs(),
                    contents.place() == null ? null : link(own("button"), contents.place()),
                    facts(),
                    say("closing"),
                    own("why"),
                    leave == null ? null : new Letter.Link(say("leave"), leave));
        }

        private Letter.Link link(String label, String place) {
            return new Letter.Link(label, URI.create(head.origin() + place));
        }

        private List<String> paragraphs() {
            List<String> paragraphs = new ArrayList<>();
            for (int at = 1; texts.has(language, contents.kind() + ".text." + at); at++) {
                paragraphs.add(own("text." + at));
            }
            return paragraphs;
        }

        private List<Letter.Fact> facts() {
            return IntStream.range(0, contents.facts().size())
                    .mapToObj(at -> new Letter.Fact(
                            own("fact." + (at + 1)), said(contents.facts().get(at))))
                    .toList();
        }

        private String own(String part) {
            return say(contents.kind() + "." + part);
        }

        private String say(String key) {
            return texts.say(language, terms, key, values);
        }

        private String said(MailValue value) {
            return switch (value) {
                case MailValue.Text(String text) -> text;
                case MailValue.Worded worded -> terms.in(worded.in(language));
                case MailValue.At(var instant) ->
                    DateTimeFormatter.ofPattern(texts.get(language, "time"), language)
                            .withZone(head.zone())
                            .format(instant);
                case MailValue.Several(List<String> several) ->
                    several.isEmpty()
                            ? ""
                            : ListFormat.getInstance(language, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                                    .format(several);
            };
        }
    }
}
