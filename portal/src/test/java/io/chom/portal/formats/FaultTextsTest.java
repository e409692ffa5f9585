package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.mail.Delivery;
import io.chom.tenants.tenancy.dns.DomainCheck;
import io.chom.tenants.tenancy.dns.Fault;
import io.chom.tenants.tenancy.dns.RequiredRecord;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with the DNS of a host or with sending mail, a person reads what it is and what to do. */
class FaultTextsTest {

    private final Language language = new Language(new Formats(Locale.US, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource
    void each_fault_has_a_sentence_and_a_remedy(Fault fault) {
        String key = "dns.fault." + word(fault);

        assertThat(language.say(key, "right", "wrong", "name")).endsWith(".").doesNotContain("{", "}");
        assertThat(language.say(key + ".remedy", "right", "wrong", "name"))
                .isNotBlank()
                .doesNotContain("{", "}");
    }

    @ParameterizedTest
    @EnumSource
    void each_record_has_a_purpose(RequiredRecord.Purpose purpose) {
        assertThat(language.say("dns.for." + word(purpose))).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void each_check_has_a_name(DomainCheck.Subject subject) {
        assertThat(language.say("dns.subject." + word(subject))).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void each_stop_of_a_test_mail_has_a_sentence(Delivery.Fault fault) {
        assertThat(language.say("mailing.fault." + word(fault), "ada@customer.example"))
                .endsWith(".")
                .doesNotContain("{", "}");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
