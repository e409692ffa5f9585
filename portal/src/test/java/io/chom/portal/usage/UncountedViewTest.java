package io.chom.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Screens;
import io.chom.portal.shell.SamplePerson;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.UnmatchedUsage;
import io.chom.tenants.identity.Role;
import io.chom.tenants.usage.RejectedEvent;
import io.chom.tenants.usage.Replayed;
import io.chom.tenants.usage.TraySize;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ViewPackages(classes = UncountedViewTest.class)
class UncountedViewTest extends BrowserlessTest {

    /** A tray that a test fills; what can be taken leaves it. */
    private static final class Tray implements Uncounted {

        final List<RejectedEvent> events = new ArrayList<>();
        long dropped;

        @Override
        public Mono<List<RejectedEvent>> events() {
            return Mono.fromSupplier(() -> List.copyOf(events));
        }

        @Override
        public Mono<TraySize> size() {
            return Mono.fromSupplier(() -> new TraySize(events.size(), dropped));
        }

        @Override
        public Mono<List<UnmatchedUsage>> unbilled() {
            return Mono.just(List.of());
        }

        @Override
        public Mono<Replayed> replay() {
            return Mono.fromSupplier(() -> {
                int before = events.size();
                events.removeIf(one -> one.code().equals("usage.in-future"));
                return new Replayed(before - events.size(), events.size(), 0);
            });
        }

        @Override
        public Flux<?> changes() {
            return Flux.never();
        }
    }

    private final Tray tray = new Tray();

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.US);
    }

    @Test
    void nothing_is_said_to_be_nothing() {
        var view = open(Role.OWNER);
        assertThat(text(view)).contains("Everything was counted");
    }

    @Test
    void each_event_stands_there_with_its_reason_and_what_can_be_taken_leaves() {
        tray.events.add(event("a", "cities", "1.50", "usage.unknown-meter"));
        tray.events.add(event("b", "sites", "2", "usage.in-future"));
        tray.events.add(event(null, null, null, "usage.new-reason"));
        tray.dropped = 1_200;
        var view = open(Role.ADMIN);
        assertThat(text(view))
                .contains("There is no such meter. Check how it is written.", "cities", "1.5", "As it was said.")
                .contains("1,200 more are not kept");

        test(find(Button.class, view).withText("Try again").single()).click();
        Screens.settle();
        assertThat(text(view))
                .contains("Sent again: 1 taken, 2 refused again, 0 not tried yet.")
                .doesNotContain("The time lies ahead");
    }

    @Test
    void who_may_not_send_may_look() {
        tray.events.add(event("a", "cities", "1", "usage.unknown-meter"));
        var view = open(Role.MEMBER);
        assertThat(text(view)).contains("There is no such meter");
        assertThat(find(Button.class, view).withText("Try again").all()).noneMatch(Button::isVisible);
    }

    @Test
    void a_spreadsheet_has_what_was_sent() {
        var words = new UncountedWords(new Language(new Formats(Locale.GERMANY, ZoneOffset.UTC)));
        assertThat(words.rows(List.of(event("a", "cities", "1.50", "usage.unknown-meter"))))
                .containsExactly(
                        List.of("Ereignis", "Messgröße", "Menge", "Zeit", "Grund"),
                        List.of(
                                "a",
                                "cities",
                                "1.50",
                                UsageSamples.NOW.toString(),
                                "Diese Messgröße gibt es nicht. Prüfen Sie die Schreibweise."));
    }

    private UncountedView open(Role role) {
        var view = new UncountedView(
                SamplePerson.of(SignedIn.Kind.CUSTOMER, role), tray, Clock.fixed(UsageSamples.NOW, ZoneOffset.UTC));
        UI.getCurrent().add(view);
        Screens.settle();
        return view;
    }

    private static RejectedEvent event(String id, String meter, String quantity, String code) {
        return new RejectedEvent(
                id,
                meter,
                quantity,
                UsageSamples.NOW,
                null,
                true,
                code,
                "As it was said.",
                UsageSamples.NOW,
                UsageSamples.NOW);
    }

    private static String text(UncountedView view) {
        return view.getElement().getTextRecursively();
    }
}
