package io.chom.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.chom.portal.live.Held;
import io.chom.portal.live.Screens;
import io.chom.portal.shell.SamplePerson;
import io.chom.portal.shell.SignedIn;
import io.chom.portal.usage.UsageSamples;
import io.chom.tenants.identity.Credential;
import io.chom.tenants.identity.Role;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

@ViewPackages(classes = AccountViewTest.class)
class AccountViewTest extends BrowserlessTest {

    private final Held<List<Credential>> answers = new Held<>();

    private AccountView open(Locale locale) {
        UI.getCurrent().setLocale(locale);
        var person = SamplePerson.of(SignedIn.Kind.CUSTOMER, Role.VIEWER);
        var view = new AccountView(
                person,
                () -> answers.ask().flatMapMany(Flux::fromIterable),
                Clock.fixed(UsageSamples.NOW, ZoneOffset.UTC));
        UI.getCurrent().add(view);
        return view;
    }

    @Test
    void each_credential_is_told_with_its_time_and_the_password_alone_cannot_be_removed() {
        var view = open(Locale.US);
        answers.answer(AccountSamples.CREDENTIALS);
        Screens.settle();

        assertThat(view.getPageTitle()).isEqualTo("Your account · Acme Hosting");
        assertThat(view.getElement().getTextRecursively())
                .containsSubsequence("Password", "Changed ", "Authenticator app", "My phone", "Set up ", "Passkey");
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .containsSubsequence("Change", "Remove", "Remove", "Add an authenticator app", "Add a passkey");
        assertThat(view.getElement().getOuterHTML())
                .doesNotContain(AccountSamples.CREDENTIALS.getLast().id().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-DE | Ihr Konto | Geändert am 21.11.2026 | Entfernen",
                "fr-FR | Votre compte | Modifié le | Retirer",
                "es-ES | Su cuenta | Cambiada el | Quitar"
            })
    void it_speaks_our_languages(Locale locale, String title, String changed, String remove) {
        var view = open(locale);
        answers.answer(AccountSamples.CREDENTIALS);
        Screens.settle();

        assertThat(view.getElement().getTextRecursively()).contains(title, changed, remove);
    }
}
