package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.whitelabel.WhiteLabelProbe;
import io.chom.portal.whitelabel.WhiteLabelReport;
import io.chom.portal.whitelabel.WhiteLabelTarget;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reseller's whole portal, walked from outside. */
@Tag("servers")
class WhiteLabelIT {

    private static final RunningPortal PORTAL = RunningPortal.get();

    @ParameterizedTest
    @CsvSource({"nimbus, owner@nimbus.test, invoices", "acme, owner@acme.test, invoices", "nimbus, owner@aurora.test,"})
    void there_is_no_trace_of_the_platform(String brand, String email, @Nullable String except) {
        var report = walk(brand, email, List.of("chom"), "platform", Stream.ofNullable(except));
        assertThat(report.leaks()).as(report.text()).isEmpty();
        assertThat(report.missed()).isEmpty();
        assertThat(report.leftOut()).hasSize(except == null ? 0 : 1);
        assertThat(report.places()).contains(PORTAL.ui(brand) + "/app/invoices (view)");
        assertThat(report.places()).hasSizeGreaterThan(40);
    }

    /** With the house itself for the platform: its colours are known, and seen in its style sheet. */
    @Test
    void a_word_and_colours_that_are_everywhere_are_seen_everywhere() {
        var leaks = walk("nimbus", "owner@nimbus.test", List.of("nimbus cloud"), "nimbus", Stream.empty())
                .leaks();
        var places = String.join(
                "\n",
                leaks.stream()
                        .filter(leak -> leak.trace().equalsIgnoreCase("nimbus cloud"))
                        .map(leak -> leak.place())
                        .toList());
        assertThat(places)
                .contains(PORTAL.ui("nimbus") + "/\n")
                .contains("/protocol/openid-connect/auth")
                .contains("(view)")
                .contains("/api/v1/docs");
        assertThat(leaks)
                .anyMatch(leak ->
                        leak.trace().matches("#[0-9a-f]{6}") && leak.place().contains("/brand/"));
    }

    /** @param except the view whose documents are the platform's to the reseller: a seller has to say who it is */
    private static WhiteLabelReport walk(
            String brand, String email, List<String> words, String platform, Stream<String> except) {
        URI portal = URI.create(PORTAL.ui(brand));
        return WhiteLabelProbe.walk(new WhiteLabelTarget(
                portal,
                email,
                PORTAL.user(email).get("password").asString(),
                words,
                Optional.of(URI.create(PORTAL.ui(platform))),
                Optional.of(URI.create("http://" + PORTAL.hostHeader(brand))),
                Optional.of(URI.create(PORTAL.mailbox())),
                except.collect(Collectors.toSet())));
    }
}
