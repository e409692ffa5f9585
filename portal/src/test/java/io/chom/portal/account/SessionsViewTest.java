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
import io.chom.tenants.identity.Role;
import io.chom.tenants.identity.SessionHandle;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ViewPackages(classes = SessionsViewTest.class)
class SessionsViewTest extends BrowserlessTest {

    private final Held<List<OwnSession>> answers = new Held<>();
    private final List<Object> ended = new ArrayList<>();
    private Mono<Void> broadcast = Mono.empty();
    private final OwnSessions sessions = new OwnSessions() {
        @Override
        public SessionHandle here() {
            return AccountSamples.HERE;
        }

        @Override
        public Mono<List<OwnSession>> list() {
            return answers.ask();
        }

        @Override
        public Flux<?> changes() {
            return Flux.never();
        }

        @Override
        public Mono<Void> end(SessionHandle session) {
            return broadcast.doOnSuccess(done -> ended.add(session));
        }

        @Override
        public Mono<Void> endOthers(SessionHandle kept) {
            return broadcast.doOnSuccess(done -> ended.add("all but " + kept));
        }
    };
    private SessionsView view;

    @BeforeEach
    void open() {
        open(Locale.US);
    }

    private void open(Locale locale) {
        UI.getCurrent().setLocale(locale);
        var person = SamplePerson.of(SignedIn.Kind.CUSTOMER, Role.VIEWER);
        view = new SessionsView(person, sessions, Clock.fixed(UsageSamples.NOW, ZoneOffset.UTC));
        UI.getCurrent().add(view);
    }

    @Test
    void while_loading_it_shows_shapes() {
        assertThat(view.getElement().getOuterHTML()).contains("aria-busy=\"true\"", "skeleton");
        assertThat(view.getPageTitle()).isEqualTo("Your sessions · Acme Hosting");
    }

    @Test
    void it_tells_the_device_and_the_times_of_each_and_marks_this_one() {
        answer(3);

        assertThat(text())
                .contains("Firefox on Linux", "Safari on iPhone", "Edge on Windows", "Unknown device")
                .contains("3 other sessions", "This session", "Active now", "Logged in ", "Last seen ");
        assertThat(view.getElement().getOuterHTML())
                .doesNotContain(AccountSamples.HERE.value())
                .contains("End the session with Safari on iPhone, logged in ");
        assertThat(ends()).hasSize(3);
    }

    @Test
    void ending_one_tells_and_asks_anew() {
        var shown = answer(2);
        test(ends().get(1)).click();
        Screens.settle();

        assertThat(ended).containsExactly(shown.get(2).handle());
        assertThat(text()).contains("The session ends now.");
        answers.answer(shown.subList(0, 2));
        Screens.settle();
        assertThat(text()).contains("1 other session").doesNotContain("Edge");
    }

    @Test
    void ending_all_others_keeps_this_one() {
        answer(2);
        test(button("End all others")).click();
        Screens.settle();
        assertThat(ended).containsExactly("all but " + AccountSamples.HERE);
        answer(0);
        assertThat(text()).contains("You are logged in nowhere else");
        assertThat(find(Button.class, view).withText("End all others").all()).isEmpty();
    }

    @Test
    void an_end_that_could_not_be_told_stays_wished_for() {
        var shown = answer(1);
        broadcast = Mono.error(new IllegalStateException("The database is away."));
        test(ends().getFirst()).click();
        Screens.settle();
        assertThat(ended).isEmpty();
        assertThat(text()).contains("Not fresh since", "Safari on iPhone");

        broadcast = Mono.empty();
        test(button("Try again")).click();
        Screens.settle();
        assertThat(ended).containsExactly(shown.get(1).handle());
    }

    @Test
    void a_failure_offers_to_try_again() {
        answers.fail(new IllegalStateException("The database is away."));
        Screens.settle();
        assertThat(text()).contains("This could not be loaded", "Try again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-DE | Ihre Sitzungen | Firefox auf Linux | 2 andere Sitzungen | Zuletzt gesehen am | Alle anderen beenden",
                "fr-CA | Vos sessions | Firefox sur Linux | 2 autres sessions | Dernière activité le | Fermer toutes les autres",
                "es-MX | Sus sesiones | Firefox en Linux | 2 sesiones más | Última actividad el | Cerrar las demás",
                "nl-NL | Your sessions | Firefox on Linux | 2 other sessions | Last seen | End all others"
            })
    void each_person_reads_it_in_a_language_that_we_speak(
            String tag, String title, String device, String others, String seen, String end) {
        open(Locale.forLanguageTag(tag));
        // The view that each test opens asked first.
        answer(0);
        answer(2);

        assertThat(view.getPageTitle()).isEqualTo(title + " · Acme Hosting");
        assertThat(text()).contains(title, device, others, seen);
        assertThat(button(end).isEnabled()).isTrue();
    }

    private List<OwnSession> answer(int others) {
        var shown = AccountSamples.sessions(others);
        answers.answer(shown);
        Screens.settle();
        return shown;
    }

    private List<Button> ends() {
        return find(Button.class, view).all().stream()
                .filter(button -> button.getText().equals("End"))
                .toList();
    }

    private Button button(String words) {
        return find(Button.class, view).withText(words).single();
    }

    private String text() {
        return view.getElement().getTextRecursively();
    }
}
