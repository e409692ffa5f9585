package io.chom.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.brand.BrandPage.Published;
import io.chom.portal.formats.Language;
import io.chom.tenants.identity.Member;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.RealmName;
import io.chom.tenants.identity.Role;
import io.chom.tenants.identity.Subject;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.tenancy.BrandVersion;
import io.chom.theming.Look;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = BrandHistoryTest.class)
class BrandHistoryTest extends BrowserlessTest {

    private static final Instant WHEN = Instant.parse("2026-04-01T10:00:00Z");

    private static final Member NORA = new Member(
            new PersonId(new RealmName("acme"), new Subject("nora")),
            new EmailAddress("nora@acme.test"),
            "Nora Berg",
            Role.ADMIN,
            WHEN);

    private BrandHistory history;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.US);
        history = new BrandHistory(Language.of(UI.getCurrent()), version -> {});
        UI.getCurrent().add(history);
    }

    @Test
    void whoever_has_published_a_version_is_named_while_they_are_one_of_the_house() {
        assertThat(said("acme|nora")).contains("Published by Nora Berg");
    }

    @Test
    void nobody_is_named_who_has_left_was_never_noted_or_is_of_another_realm() {
        for (String by : List.of("acme|somebody", "", "nimbus|nora", "setup")) {
            assertThat(said(by)).as(by).noneMatch(words -> words.startsWith("Published by"));
        }
    }

    private List<String> said(String by) {
        var version = new BrandVersion(3, WHEN, by, "Acme Hosting", Look.DEFAULT);
        history.show(List.of(Published.of(version, List.of(NORA))));
        return find(Span.class, history).all().stream().map(Span::getText).toList();
    }
}
