package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Calls that meet. The work of each group is held until the test lets it go. */
class GatheringTest {

    private static final Acting ONE = acting(1);
    private static final Acting OTHER = acting(2);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Gathering.Group> groups = new ArrayList<>();
    private final List<Sinks.Empty<Void>> held = new ArrayList<>();
    private final Gathering gathering = new Gathering(10, group -> {
        groups.add(group);
        Sinks.Empty<Void> end = Sinks.empty();
        held.add(end);
        return end.asMono();
    });

    @Test
    void a_call_alone_is_worked_on_at_once_and_those_that_come_meanwhile_together() {
        var first = send(ONE, "a").subscribe();
        send(ONE, "b").subscribe();
        send(ONE, "c").subscribe();

        assertThat(ids()).containsExactly(Set.of("a"));
        held.get(0).tryEmitEmpty();

        assertThat(ids()).containsExactly(Set.of("a"), Set.of("b", "c"));
        assertThat(first.isDisposed()).isTrue();
    }

    @Test
    void the_next_group_may_begin_before_the_one_before_it_ends() {
        send(ONE, "a").subscribe();
        send(ONE, "b").subscribe();

        groups.getFirst().letNext();

        assertThat(ids()).containsExactly(Set.of("a"), Set.of("b"));
    }

    @Test
    void tenants_do_not_wait_for_each_other_and_never_share_a_group() {
        send(ONE, "a").subscribe();
        send(OTHER, "b").subscribe();

        assertThat(ids()).containsExactly(Set.of("a"), Set.of("b"));
        assertThat(groups).extracting(group -> group.acting().tenant()).containsExactly(ONE.tenant(), OTHER.tenant());
    }

    @Test
    void an_event_of_two_calls_is_new_in_the_first_and_a_repeat_in_the_second() {
        send(ONE, "before").subscribe();
        var first = send(ONE, "a", "known").toFuture();
        var second = send(ONE, "a", "b").toFuture();
        held.get(0).tryEmitEmpty();

        groups.get(1).found(Set.of(new UsageEventId("known")));
        held.get(1).tryEmitEmpty();

        assertThat(texts(first.join().accepted())).containsExactly("a");
        assertThat(texts(first.join().duplicates())).containsExactly("known");
        assertThat(texts(second.join().accepted())).containsExactly("b");
        assertThat(texts(second.join().duplicates())).containsExactly("a");
    }

    @Test
    void a_group_has_a_bound() {
        send(ONE, "a").subscribe();
        for (int n = 0; n < 25; n++) {
            send(ONE, "event-" + n).subscribe();
        }

        for (int n = 0; n < held.size(); n++) {
            held.get(n).tryEmitEmpty();
        }

        assertThat(ids()).extracting(Set::size).containsExactly(1, 10, 10, 5);
    }

    @Test
    void who_gives_up_stops_nobody_else() {
        send(ONE, "before").subscribe();
        var leaving = send(ONE, "a").subscribe();
        var staying = send(ONE, "b").toFuture();
        held.get(0).tryEmitEmpty();

        leaving.dispose();
        assertThat(ids().getLast()).containsExactlyInAnyOrder("a", "b");
        held.get(1).tryEmitEmpty();

        assertThat(texts(staying.join().accepted())).containsExactly("b");
    }

    @Test
    void a_failure_is_told_to_all_of_its_group_and_the_next_group_is_another_matter() {
        send(ONE, "before").subscribe();
        var failing = List.of(
                send(ONE, "a").materialize().toFuture(),
                send(ONE, "b").materialize().toFuture());
        held.get(0).tryEmitEmpty();
        var next = send(ONE, "c").toFuture();

        held.get(1).tryEmitError(new IllegalStateException("no broker"));
        assertThat(failing)
                .allSatisfy(call -> assertThat(call.join().isOnError()).isTrue());
        held.get(2).tryEmitEmpty();

        assertThat(texts(next.join().accepted())).containsExactly("c");
    }

    @Test
    void nothing_happens_before_somebody_subscribes() {
        Mono<Receipt> nobody = send(ONE, "a");
        assertThat(groups).isEmpty();

        StepVerifier.create(nobody)
                .then(() -> held.getFirst().tryEmitEmpty())
                .expectNextCount(1)
                .verifyComplete();
    }

    private Mono<Receipt> send(Acting acting, String... ids) {
        var acceptance = new Acceptance(meter -> true, NOW.minusSeconds(60), NOW.plusSeconds(60));
        List<UsageEventInput> inputs = Arrays.stream(ids)
                .map(id -> UsageEventInput.of(id, new MeterId("sites"), BigDecimal.ONE, NOW, null))
                .toList();
        return gathering.join(acting, SortedBatch.of(inputs, acceptance));
    }

    private List<Set<String>> ids() {
        return groups.stream()
                .map(group -> Set.copyOf(texts(List.copyOf(group.events().keySet()))))
                .toList();
    }

    private static List<String> texts(List<UsageEventId> ids) {
        return ids.stream().map(UsageEventId::value).toList();
    }

    private static Acting acting(int number) {
        return new Acting(new TenantId(new UUID(7, number)), new TenantId(new UUID(8, 1)), Actor.job("test " + number));
    }
}
