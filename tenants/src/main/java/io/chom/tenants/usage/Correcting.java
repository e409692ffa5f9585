package io.chom.tenants.usage;

import io.chom.tenants.platform.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides on corrections: when they are sent, so that the sender is told, and once more when they are counted, because two
 * that were under way at the same time may be about one event. Callers hold a transaction of the tenant.
 */
@Service
class Correcting {

    private final UsageEvents stored;
    private final Corrections corrections;
    private final RejectionBook rejections;
    private final UsageProperties properties;
    private final Clock clock;

    Correcting(
            UsageEvents stored,
            Corrections corrections,
            RejectionBook rejections,
            UsageProperties properties,
            Clock clock) {
        this.stored = stored;
        this.corrections = corrections;
        this.rejections = rejections;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is wrong with the corrections among some events, by their ids. Of two that are about one event the first is right. */
    Mono<Map<UsageEventId, Receipt.Rejected>> wrong(Acting acting, Collection<UsageEvent> events, Instant oldest) {
        var all = events.stream().filter(Correcting::isCorrection).toList();
        return all.isEmpty()
                ? Mono.just(Map.of())
                : corrections
                        .targets(acting.tenant(), targets(all))
                        .map(targets -> judge(all, targets, oldest).wrong());
    }

    /** Counts events as {@link UsageEvents#add} does, and puts corrections in force; those that cannot be are kept with the reason. */
    Mono<Long> add(Acting acting, List<UsageEvent> events, Span memory) {
        var all = events.stream().filter(Correcting::isCorrection).toList();
        return all.isEmpty()
                ? stored.add(acting, events, memory)
                : stored.lock(acting)
                        .then(Mono.defer(() -> corrections.targets(acting.tenant(), targets(all))))
                        .flatMap(targets -> add(acting, events, judge(all, targets, Instant.MIN), targets, memory));
    }

    private Mono<Long> add(
            Acting acting, List<UsageEvent> events, Judged judged, Map<UsageEventId, Target> targets, Span memory) {
        var fresh = Set.copyOf(judged.right);
        var kept = events.stream()
                .filter(event -> !isCorrection(event) || fresh.contains(event))
                .toList();
        Mono<Long> added = kept.isEmpty() ? Mono.just(0L) : stored.add(acting, kept, memory);
        return added.delayUntil(any -> enforce(acting, judged.right, targets))
                .delayUntil(any -> keep(acting, judged, memory));
    }

    private Mono<Void> enforce(Acting acting, List<UsageEvent> right, Map<UsageEventId, Target> targets) {
        return right.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(right)
                        .concatMap(one -> corrections.enforce(acting, one, target(one, targets)))
                        .then(Mono.defer(() -> corrections.rewrite(
                                acting,
                                right.stream().map(one -> target(one, targets)).toList())));
    }

    private static Target target(UsageEvent correction, Map<UsageEventId, Target> targets) {
        return Objects.requireNonNull(targets.get(correction.corrects()));
    }

    private Mono<Void> keep(Acting acting, Judged judged, Span memory) {
        var refusals = judged.events.stream()
                .filter(event -> judged.wrong.containsKey(event.id()))
                .map(event -> Refusal.of(input(event), Objects.requireNonNull(judged.wrong.get(event.id()))))
                .toList();
        return refusals.isEmpty()
                ? Mono.empty()
                : rejections.keep(acting, refusals, properties.refusedDaily(), clock.instant(), memory);
    }

    /** Corrections told apart; one that was made already is neither right nor wrong. */
    private record Judged(List<UsageEvent> events, List<UsageEvent> right, Map<UsageEventId, Receipt.Rejected> wrong) {}

    private static Judged judge(List<UsageEvent> all, Map<UsageEventId, Target> targets, Instant oldest) {
        var right = new ArrayList<UsageEvent>();
        var wrong = new HashMap<UsageEventId, Receipt.Rejected>();
        var taken = new HashMap<UsageEventId, UsageEventId>();
        for (UsageEvent one : all) {
            var target = targets.get(one.corrects());
            if (target != null && target.correctedBy() == null) {
                target = target.correctedBy(taken.putIfAbsent(Objects.requireNonNull(one.corrects()), one.id()));
            }
            Target.refusal(0, one, target, oldest)
                    .ifPresentOrElse(reason -> wrong.put(one.id(), reason), () -> right.add(one));
        }
        right.removeIf(
                one -> Objects.requireNonNull(targets.get(one.corrects())).isCorrectedBy(one));
        return new Judged(all, distinct(right), wrong);
    }

    /** A batch of the stream may have one more than once. */
    private static List<UsageEvent> distinct(List<UsageEvent> some) {
        var seen = new HashSet<UsageEventId>();
        return some.stream().filter(one -> seen.add(one.id())).toList();
    }

    private static Set<UsageEventId> targets(List<UsageEvent> all) {
        return all.stream().map(UsageEvent::corrects).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    static boolean isCorrection(UsageEvent event) {
        return event.corrects() != null;
    }

    private static UsageEventInput input(UsageEvent event) {
        return new UsageEventInput(
                event.id().value(),
                event.meter().value(),
                event.quantity().value(),
                event.time(),
                event.subject(),
                event.attributes(),
                String.valueOf(event.corrects()),
                List.of());
    }
}
