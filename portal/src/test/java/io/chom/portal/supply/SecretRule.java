package io.chom.portal.supply;

import io.chom.tenants.developer.KeySecret;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How one kind of secret looks.
 *
 * @param form what it is found by; the first group is the secret itself, if there is one
 * @param real whether what was found is one indeed
 */
record SecretRule(String name, Pattern form, Predicate<String> real) {

    /** Below it a value is a word or a pattern, above it was drawn by chance; bits per character. */
    private static final double DRAWN = 3.5;

    /** What stands in an example where the secret goes. */
    private static final Set<String> WORD_FOR_IT = Set.of("password", "secret", "PASSWORD", "SECRET");

    static final List<SecretRule> ALL = List.of(
            rule("private key", "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----"),
            rule("AWS key", "\\b((?:AKIA|ASIA)[A-Z0-9]{16})\\b"),
            rule("Google key", "\\b(AIza[0-9A-Za-z_-]{35})"),
            rule("Azure key", "AccountKey=([0-9A-Za-z+/]{86}==)"),
            rule("GitHub token", "\\b((?:gh[opsur]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{60,}))"),
            rule("GitLab token", "\\b(glpat-[0-9A-Za-z_-]{20,})"),
            rule("npm token", "\\b(npm_[0-9A-Za-z]{36})\\b"),
            rule("Slack token", "\\b(xox[abeoprs]-[0-9A-Za-z-]{10,})"),
            rule("Stripe key", "\\b([rs]k_live_[0-9A-Za-z]{10,})"),
            rule("Stripe webhook secret", "\\b(whsec_[0-9A-Za-z+/=]{16,})"),
            rule("JWT", "\\b(eyJ[0-9A-Za-z_-]{8,}\\.eyJ[0-9A-Za-z_-]{8,}\\.[0-9A-Za-z_-]{16,})"),
            new SecretRule(
                    "password in an address",
                    Pattern.compile("://[^\\s/:@\"'{}$]+:([^\\s/:@\"'{}$<>]{6,})@[a-z0-9]"),
                    found -> !WORD_FOR_IT.contains(found)),
            rule("password in a Maven setting", "<(?:password|passphrase)>([^<${}]{6,})</"),
            new SecretRule(
                    "our API key",
                    Pattern.compile("(ck_live_[0-9A-Za-z]{38})"),
                    found -> KeySecret.of(found).isPresent()),
            new SecretRule(
                    "assigned secret",
                    Pattern.compile("(?i)(?:passw(?:or)?d|secret|token|api[_.-]?key|credential|private[_.-]?key)"
                            + "[\\w.-]{0,24}[\"']?\\s{0,3}(?::=|=>|=|:|,)\\s{0,3}[\"']?([0-9a-z+/=_.~!-]{16,})"),
                    SecretRule::drawn));

    private static SecretRule rule(String name, String form) {
        return new SecretRule(name, Pattern.compile(form), found -> true);
    }

    /** The secrets of this kind in a text. */
    Stream<Found> in(String text) {
        return form.matcher(text)
                .results()
                .map(result -> new Found(
                        name,
                        result.groupCount() == 0 ? result.group() : result.group(1),
                        1
                                + (int) text.substring(0, result.start())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count()))
                .filter(found -> real.test(found.value()));
    }

    private static boolean drawn(String value) {
        return value.chars().filter(Character::isDigit).count() >= 2
                && value.chars().anyMatch(Character::isLetter)
                && entropy(value) >= DRAWN;
    }

    private static double entropy(String value) {
        return value.chars()
                .distinct()
                .mapToDouble(
                        c -> (double) value.chars().filter(other -> other == c).count() / value.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    /** A secret, and the line it is on. */
    record Found(String rule, String value, int line) {

        /** Tells where to look and not what is there: it ends in a log. */
        @Override
        public String toString() {
            return rule + " in line " + line + ": " + value.substring(0, Math.min(6, value.length())) + "…";
        }
    }
}
