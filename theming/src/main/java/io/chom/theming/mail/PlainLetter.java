package io.chom.theming.mail;

import io.chom.theming.Brand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A letter for those who read mails as plain text. */
final class PlainLetter {

    /** The usual mark before a signature. */
    private static final String SIGNATURE = "-- \n";

    private PlainLetter() {}

    static String of(Brand brand, Letter letter) {
        List<String> blocks = new ArrayList<>();
        blocks.add(letter.heading());
        blocks.addAll(letter.paragraphs());
        blocks.add(table(letter.facts()));
        blocks.add(link(letter.button()));
        blocks.add(letter.closing() + "\n" + brand.name());
        blocks.add(SIGNATURE + letter.why());
        blocks.add(link(letter.leave()));
        blocks.add(house(brand));
        return blocks.stream().filter(block -> !block.isBlank()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String table(List<Letter.Fact> facts) {
        return facts.stream().map(fact -> fact.label() + ": " + fact.value()).collect(Collectors.joining("\n"));
    }

    private static String link(Letter.@Nullable Link link) {
        return link == null ? "" : link.label() + ":\n" + link.address();
    }

    private static String house(Brand brand) {
        var contact = brand.contact();
        var legal = contact.legalFooter() == null ? brand.name() : contact.legalFooter();
        return contact.supportEmail() == null ? legal : legal + "\n" + contact.supportEmail();
    }
}
