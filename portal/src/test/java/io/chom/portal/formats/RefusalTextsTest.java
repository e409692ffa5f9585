package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is refused something on a screen reads why in their own language. */
class RefusalTextsTest {

    private static final Path SOURCES = Path.of("../tenants/src/main/java/io/chom/tenants");

    /** How a refusal is made: its code is the first text after that. */
    private static final Pattern CODE = Pattern.compile(
            "(?:Invalid\\.of|Unavailable\\.until|new (?:Failure\\.)?(?:Conflict|Forbidden|NotFound|TooLarge|Unavailable|Invalid))"
                    + "\\(\\s*\"([a-z.-]+)\"");

    /** What only programs hear: whoever sends requests, keys or events. */
    private static final List<String> OF_PROGRAMS = List.of(
            "web/",
            "idempotency/",
            "usage/",
            "developer/",
            "platform/",
            "billing/stripe/",
            "billing/payment/PaymentNews");

    @Test
    void every_refusal_that_a_person_can_meet_has_a_sentence() throws IOException {
        Set<String> codes = new TreeSet<>(Set.of("forbidden", "not-found", "identity.unavailable"));
        try (var files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> OF_PROGRAMS.stream().noneMatch(("" + SOURCES.relativize(file))::contains))
                    .forEach(file -> CODE.matcher(text(file))
                            .results()
                            .map(one -> one.group(1))
                            .forEach(codes::add));
        }

        assertThat(codes)
                .contains("tenant.no-reselling")
                .hasSizeGreaterThan(15)
                .allSatisfy(code -> assertThat(said(code, Locale.GERMANY))
                        .as(code)
                        .isNotEqualTo("As it was said.")
                        .isNotEqualTo(said(code, Locale.US))
                        .endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-label", "too-long", "special-use", "reserved", "public-suffix"})
    void each_reason_why_a_domain_is_nobodys_has_a_sentence(String reason) {
        assertThat(said("domain.not-claimable." + reason, Locale.FRANCE)).isNotEqualTo("As it was said.");
    }

    @Test
    void one_that_has_none_yet_is_told_as_it_was_said() {
        assertThat(said("thing.new", Locale.GERMANY)).isEqualTo("As it was said.");
        assertThat(language(Locale.US)
                        .refusal(new Failure.LimitReached("thing.limit", "As it was said.", 3, Instant.EPOCH)))
                .isEqualTo("As it was said.");
    }

    private static String said(String code, Locale locale) {
        return language(locale).refusal(new Failure.Conflict(code, "As it was said."));
    }

    private static Language language(Locale locale) {
        return new Language(new Formats(locale, ZoneOffset.UTC));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
