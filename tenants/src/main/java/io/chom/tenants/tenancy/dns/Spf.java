package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** The words of an SPF record (RFC 7208). */
final class Spf {

    private static final String VERSION = "v=spf1";
    private static final Set<String> LOOKED_UP = Set.of("include", "a", "mx", "ptr", "exists", "redirect");

    private Spf() {}

    /** The SPF records among the texts of an answer. */
    static List<String> records(Answer answer) {
        return Values.texts(answer.records()).stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).matches(VERSION + "( .*)?"))
                .toList();
    }

    /** A record with the permission for a host's servers put first, where it counts; unchanged if it is there. */
    static String allowing(Name senders, String record) {
        String term = include(senders);
        return Stream.of(record.split(" +")).anyMatch(term::equalsIgnoreCase)
                ? record
                : (VERSION + " " + term + " "
                                + record.substring(VERSION.length()).strip())
                        .strip();
    }

    /** The term that permits a host's servers. */
    static String include(Name senders) {
        return "include:" + Values.of(senders);
    }

    /** The terms of a record that count, in the order in which recipients look at them. */
    static List<Term> terms(String record) {
        List<Term> all = Stream.of(record.split(" +")).skip(1).map(Spf::term).toList();
        boolean ends = all.stream().anyMatch(Term::isEnd);
        List<Term> mechanisms = all.stream()
                .filter(term -> !term.word().equals("redirect"))
                .takeWhile(term -> !term.isEnd())
                .toList();
        Stream<Term> redirect = all.stream().filter(term -> !ends && term.word().equals("redirect"));
        return Stream.concat(mechanisms.stream(), redirect).toList();
    }

    private static Term term(String text) {
        String plain = text.replaceFirst("^[+?~-]", "").toLowerCase(Locale.ROOT);
        String word = plain.split("[:=/]", 2)[0];
        boolean permits = !text.matches("[?~-].*");
        return new Term(word, plain.length() > word.length() ? plain.substring(word.length() + 1) : "", permits);
    }

    /**
     * One term.
     *
     * @param word its name
     * @param argument what follows that
     * @param permits whether who matches may send
     */
    record Term(String word, String argument, boolean permits) {

        boolean isEnd() {
            return word.equals("all");
        }

        /** Whether recipients have to ask the DNS for it; they do so ten times at most (section 4.6.4). */
        boolean isLookUp() {
            return LOOKED_UP.contains(word);
        }

        /** The domain whose record it leads to. */
        Optional<Name> next() {
            if (!word.equals("include") && !word.equals("redirect")) {
                return Optional.empty();
            }
            try {
                return Optional.of(Name.fromString(argument, Name.root));
            } catch (TextParseException macro) {
                return Optional.empty();
            }
        }
    }
}
