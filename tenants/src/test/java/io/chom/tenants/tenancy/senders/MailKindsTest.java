package io.chom.tenants.tenancy.senders;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.chom.tenants.billing.PauseMails;
import io.chom.tenants.billing.alert.AlertMails;
import io.chom.tenants.billing.credit.CreditMails;
import io.chom.tenants.billing.discount.DiscountMails;
import io.chom.tenants.billing.dunning.DunningMails;
import io.chom.tenants.billing.increase.IncreaseMails;
import io.chom.tenants.billing.reminder.ReminderMails;
import io.chom.tenants.billing.trial.TrialMails;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.Letterhead;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailValue;
import io.chom.tenants.platform.mail.Sender;
import io.chom.tenants.platform.mail.WrittenMail;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.domains.DomainFailing;
import io.chom.tenants.tenancy.domains.DomainSwitchedOff;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.ColorMode;
import io.chom.theming.DemoBrands;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every mail that there is, in every language and whoever’s it is. */
class MailKindsTest {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    /** Anything that reads as a host: after two slashes, or with a known ending. */
    private static final Pattern LINKED = Pattern.compile("//([^/\"'\\s<>:?]+)");

    private static final Pattern NAMED =
            Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:example|com|net|org|io|dev)\\b");

    private static final String HOSTILE =
            "<img src=x onerror=alert(1)>\r\nBcc: all@evil.example\u202E\u0000\"'{{x}}{0}";

    static Stream<Brand> brands() {
        var third = DemoBrands.acme()
                .withName("Zebra & Söhne <GmbH>")
                .withLook(DemoBrands.nimbus().look().withMode(ColorMode.DARK));
        return Stream.of(
                DemoBrands.acme(),
                DemoBrands.nimbus(),
                third.withContact(
                        third.contact().withSenderName("Zebra, \"Söhne\"").withSupportEmail(null)));
    }

    static List<Mail> kinds(String name) {
        var host = HostName.of("shop.portal.example");
        var at = Instant.parse("2026-12-01T10:00:00Z");
        var houses = Stream.<Mail>of(
                new DomainFailing(host, List.of("CNAME", name), at, name, false),
                new DomainFailing(host, List.of("CNAME", name), at, name, true),
                new SenderLost(EmailAddress.of("office@portal.example"), List.of("TXT"), name),
                new DomainSwitchedOff(host, List.of("TXT"), at, name),
                new TestMail(name),
                new Newsletter(name));
        return Stream.of(
                        houses,
                        AlertMails.of(name).stream(),
                        DunningMails.of(name).stream(),
                        IncreaseMails.of(name).stream(),
                        DiscountMails.of(name).stream(),
                        TrialMails.of(name).stream(),
                        ReminderMails.of(name).stream(),
                        Stream.of(CreditMails.of(name), PauseMails.of(name)))
                .flatMap(kinds -> kinds)
                .toList();
    }

    /** Not transactional. It borrows the words of another kind. */
    record Newsletter(String name) implements Mail {

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public List<MailValue> values() {
            return List.of(MailValue.of(name));
        }

        @Override
        public boolean transactional() {
            return false;
        }
    }

    static Stream<Arguments> all() {
        return brands().flatMap(brand -> LANGUAGES.stream()
                .flatMap(language -> kinds("Harbour House").stream().map(mail -> Arguments.of(brand, language, mail))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void names_nobody_but_the_house_and_leads_nowhere_else(Brand brand, Locale language, Mail mail) {
        WrittenMail written = WrittenMail.of(head(brand), mail, language);

        for (String form : List.of(written.html(), written.text(), written.headers())) {
            assertThat(form).doesNotContainIgnoringCase("chom").doesNotContain("null", "{0}", "{1}", "{{");
            assertThat(LINKED.matcher(form).results().map(found -> found.group(1)))
                    .allMatch("portal.example"::equals);
            assertThat(NAMED.matcher(form).results().map(found -> found.group()))
                    .allMatch(host -> host.endsWith("portal.example")
                            || host.equals("customer.example")
                            || String.valueOf(brand.contact().supportEmail()).endsWith(host));
        }
        assertThat(written.html()).contains("lang=\"" + language + "\"");
        assertThat(written.headers()).contains("Auto-Submitted: auto-generated", "Content-Language: " + language);
        assertThat(written.headers().contains("List-Unsubscribe: <https://portal.example/mail/leave?"))
                .isEqualTo(!mail.transactional());
        assertThat(written.headers().contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
                .isEqualTo(!mail.transactional());
    }

    @ParameterizedTest
    @MethodSource("brands")
    void takes_hostile_names_for_names(Brand brand) {
        for (Mail mail : kinds(HOSTILE)) {
            for (Locale language : LANGUAGES) {
                WrittenMail written = WrittenMail.of(head(brand), mail, language);

                assertThat(written.html()).doesNotContain("<img src=x", "\u202E", "\u0000");
                assertThat(written.subject()).doesNotContain("\r", "\n", "\u0000", "\u202E");
                assertThat(written.headers().lines()).noneMatch(line -> line.startsWith("Bcc:"));
                assertThat(written.text().lines()).noneMatch(line -> line.startsWith("Bcc:"));
            }
        }
    }

    @Test
    void none_is_left_out() {
        var ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("io.chom.tenants");

        assertThat(ours.stream()
                        .filter(type -> type.isAssignableTo(Mail.class) && !type.isInterface())
                        .map(JavaClass::getName))
                .isNotEmpty()
                .isSubsetOf(kinds("x").stream()
                        .map(mail -> mail.getClass().getName())
                        .toList());
    }

    private static Letterhead head(Brand brand) {
        return new Letterhead(
                TenantId.next(),
                BrandAssets.of(brand),
                URI.create("https://portal.example"),
                Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"),
                Sender.named(brand.contact().senderName()));
    }
}
