package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.tenancy.dns.Fault;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with the DNS of a host, a person reads what it is and what to do. */
class FaultTextsTest {

    private final Language language = new Language(new Formats(Locale.US, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource
    void each_fault_has_a_sentence_and_a_remedy(Fault fault) {
        String key = "domains.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(language.say(key, "right", "wrong", "name")).endsWith(".").doesNotContain("{", "}");
        assertThat(language.say(key + ".remedy", "right", "wrong", "name"))
                .isNotBlank()
                .doesNotContain("{", "}");
    }
}
