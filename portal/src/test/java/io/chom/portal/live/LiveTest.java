package io.chom.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.MovableTime;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@ViewPackages(classes = LiveTest.class)
class LiveTest extends BrowserlessTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:04:31Z");

    private final TenantId tenant = TenantId.next();
    private final Acting acting = new Acting(tenant, tenant, new Actor(Actor.Kind.PERSON, "test|ada", Set.of("owner")));
    private final Held<String> answers = new Held<>();
    private final List<AsyncState<String>> seen = new ArrayList<>();
    private final Div screen = new Div();
    private Sinks.Many<String> changes = Sinks.many().multicast().directBestEffort();

    @RegisterExtension
    private final MovableTime time = new MovableTime();

    @Test
    void it_asks_when_attached_and_not_before() {
        live(new Source<>(answers::ask, changes::asFlux));
        assertThat(answers.asked).isZero();
        UI.getCurrent().add(screen);
        assertThat(answers.asked).isOne();
        assertThat(last()).isInstanceOf(AsyncState.Loading.class);
        answers.answer("one");
        Screens.settle();
        assertThat(last()).isEqualTo(new AsyncState.Loaded<>("one", NOON));
    }

    @Test
    void it_asks_as_the_person_who_was_signed_in_when_the_screen_was_made() {
        live(Source.once(() -> TenantContext.require().map(who -> who.tenant().toString())));
        UI.getCurrent().add(screen);
        Screens.settle();
        assertThat(last()).isEqualTo(new AsyncState.Loaded<>(tenant.toString(), NOON));
    }

    @Test
    void nothing_of_an_answer_that_came_is_kept_until_the_next() {
        List<WeakReference<Object>> made = new ArrayList<>();
        live(new Source<>(
                () -> {
                    var large = new Object();
                    made.add(new WeakReference<>(large));
                    return Mono.just("answer").map(answer -> answer + (large.hashCode() == 0 ? "" : "ed"));
                },
                changes::asFlux));
        UI.getCurrent().add(screen);
        Screens.settle();
        time.advanceTimeBy(Duration.ofSeconds(11));
        assertThat(last()).isEqualTo(new AsyncState.Loaded<>("answered", NOON));
        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            System.gc();
            assertThat(made.getFirst().get()).isNull();
        });
        assertThat(changes.currentSubscriberCount()).isOne();
    }

    @Test
    void a_hundred_changes_in_a_second_ask_at_most_five_times() {
        live(new Source<>(() -> answers.ask(), changes::asFlux));
        UI.getCurrent().add(screen);
        answers.answer("first");
        for (int change = 0; change < 100; change++) {
            changes.emitNext("changed", Sinks.EmitFailureHandler.FAIL_FAST);
            time.advanceTimeBy(Duration.ofMillis(10));
            while (answers.asked - answered() > 0) {
                answers.answer("again");
                again++;
            }
        }
        assertThat(again).isBetween(4, 5);
    }

    private int again;

    private int answered() {
        return 1 + again;
    }

    @Test
    void changes_that_come_while_an_answer_is_on_its_way_are_one_more_question() {
        live(new Source<>(answers::ask, changes::asFlux));
        UI.getCurrent().add(screen);
        for (int change = 0; change < 20; change++) {
            changes.emitNext("changed", Sinks.EmitFailureHandler.FAIL_FAST);
            time.advanceTimeBy(Duration.ofMillis(200));
        }
        assertThat(answers.asked).isOne();
        answers.answer("slow");
        assertThat(answers.asked).isEqualTo(2);
    }

    @Test
    void a_failed_refresh_keeps_what_was_there_and_heals_by_itself() {
        live(new Source<>(answers::ask, changes::asFlux));
        UI.getCurrent().add(screen);
        answers.answer("kept");
        changes.emitNext("changed", Sinks.EmitFailureHandler.FAIL_FAST);
        time.advanceTimeBy(Duration.ofMillis(200));
        answers.fail(new IllegalStateException("The database is away."));
        Screens.settle();
        var failed = (AsyncState.Failed<String>) last();
        assertThat(failed.kept()).contains(new AsyncState.Loaded<>("kept", NOON));
        assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.OUTAGE);
        assertThat(failed.problem().refusal()).isEmpty();

        time.advanceTimeBy(Duration.ofSeconds(10));
        answers.answer("back");
        Screens.settle();
        assertThat(last()).isEqualTo(new AsyncState.Loaded<>("back", NOON));
    }

    @Test
    void an_answer_that_does_not_come_is_a_failure_after_ten_seconds() {
        live(new Source<>(answers::ask, changes::asFlux));
        UI.getCurrent().add(screen);
        time.advanceTimeBy(Duration.ofSeconds(9));
        Screens.settle();
        assertThat(last()).isInstanceOf(AsyncState.Loading.class);
        time.advanceTimeBy(Duration.ofSeconds(1));
        Screens.settle();
        assertThat(last()).isInstanceOf(AsyncState.Failed.class);
    }

    @Test
    void a_refusal_is_told_as_what_it_is() {
        var refused = new Refused(new Failure.Forbidden("forbidden", "This needs the right usage:read."));
        live(Source.once(() -> Mono.error(refused)));
        UI.getCurrent().add(screen);
        Screens.settle();
        var problem = ((AsyncState.Failed<String>) last()).problem();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(problem.refusal()).contains(refused.failure());
    }

    @Test
    void after_a_reload_the_earlier_answer_does_not_win() {
        var live = live(new Source<>(answers::ask, changes::asFlux));
        UI.getCurrent().add(screen);
        live.reload();
        assertThat(answers.abandoned).isOne();
        answers.answer("stale");
        answers.answer("fresh");
        Screens.settle();
        assertThat(seen).doesNotContain(new AsyncState.Loaded<>("stale", NOON));
        assertThat(last()).isEqualTo(new AsyncState.Loaded<>("fresh", NOON));
    }

    @Test
    void a_detached_screen_asks_nothing_and_keeps_nothing_running() {
        live(new Source<>(answers::ask, changes::asFlux));
        UI.getCurrent().add(screen);
        assertThat(changes.currentSubscriberCount()).isOne();
        UI.getCurrent().remove(screen);
        assertThat(changes.currentSubscriberCount()).isZero();
        assertThat(answers.abandoned).isOne();
        time.advanceTimeBy(Duration.ofMinutes(5));
        assertThat(answers.asked).isOne();
    }

    @Test
    void a_lost_line_of_changes_is_told_and_taken_up_again() {
        var line = new ArrayList<Integer>();
        live(new Source<>(
                answers::ask,
                () -> Flux.defer(() -> {
                    line.add(line.size());
                    return line.size() == 1
                            ? Flux.error(new IllegalStateException("The line is cut."))
                            : changes.asFlux();
                })));
        UI.getCurrent().add(screen);
        answers.answer("kept");
        Screens.settle();
        assertThat(last()).isInstanceOf(AsyncState.Failed.class);
        time.advanceTimeBy(Duration.ofSeconds(10));
        assertThat(changes.currentSubscriberCount()).isOne();
        answers.answer("fresh");
        Screens.settle();
        assertThat(last()).isEqualTo(new AsyncState.Loaded<>("fresh", NOON));
    }

    private Live<String> live(Source<String> source) {
        return Live.on(screen, acting, Clock.fixed(NOON, ZoneOffset.UTC), source, seen::add);
    }

    private AsyncState<String> last() {
        return seen.getLast();
    }
}
