package io.chom.theming.mail;

import io.chom.theming.PlainText;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says. Every text is one line without anything invisible in it, whoever it came from: line ends, control
 * characters and those that reorder what is read have become blanks.
 *
 * @param subject of the mail
 * @param preheader what a list of mails shows beside the subject
 * @param heading the first line
 * @param paragraphs the text, in order
 * @param button the one thing to do, if there is one
 * @param facts rows of a small table below the text
 * @param closing the last line before the house's name
 * @param why why the recipient gets this mail
 * @param leave where the recipient ends mails of this kind; null where they belong to what was agreed
 */
public record Letter(
        String subject,
        String preheader,
        String heading,
        List<String> paragraphs,
        @Nullable Link button,
        List<Fact> facts,
        String closing,
        String why,
        @Nullable Link leave) {

    public Letter {
        subject = PlainText.cleaned(subject);
        preheader = PlainText.cleaned(preheader);
        heading = PlainText.cleaned(heading);
        paragraphs = paragraphs.stream().map(PlainText::cleaned).toList();
        facts = List.copyOf(facts);
        closing = PlainText.cleaned(closing);
        why = PlainText.cleaned(why);
    }

    /**
     * Where a click leads.
     *
     * @param label what it says
     * @param address an absolute http(s) address
     */
    public record Link(String label, URI address) {

        /** @throws IllegalArgumentException if the address is relative or of another scheme */
        public Link {
            label = PlainText.cleaned(label);
            if (address.getHost() == null
                    || !String.valueOf(address.getScheme()).matches("https?")) {
                throw new IllegalArgumentException("A link in a mail is an absolute https:// or http:// address");
            }
        }
    }

    /**
     * A row of the table.
     *
     * @param label what it is
     * @param value how it is
     */
    public record Fact(String label, String value) {

        public Fact {
            label = PlainText.cleaned(label);
            value = PlainText.cleaned(value);
        }
    }
}
