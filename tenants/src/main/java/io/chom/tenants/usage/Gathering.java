package io.chom.tenants.usage;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Joins the calls of one tenant that are under way at the same time: while one group is being worked on, the calls that
 * come in form the next, and the work is done once for all of them. A call that comes alone waits for nobody.
 */
final class Gathering {

    private final int most;
    private final Function<Group, Mono<Void>> work;
    private final ConcurrentMap<Key, Group> last = new ConcurrentHashMap<>();

    /**
     * Gathers for some work.
     *
     * @param most events of one group; a single call may have more
     * @param work done once for each group; it must say {@link Group#letNext} when the next group may begin
     */
    Gathering(int most, Function<Group, Mono<Void>> work) {
        this.most = most;
        this.work = work;
    }

    /** A tenant as it was placed at the time of the call. */
    private record Key(TenantId tenant, TenantId reseller) {}

    /** Takes a call in. A caller that gives up changes nothing for the others of its group, nor for what it sent. */
    Mono<Receipt> join(Acting acting, SortedBatch batch) {
        return Mono.defer(() -> {
            var key = new Key(acting.tenant(), acting.reseller());
            var call = new Call(batch);
            Group group = last.compute(
                    key, (any, open) -> open != null && open.take(call) ? open : new Group(key, acting, call, open));
            return group.done.then(Mono.fromSupplier(call::receipt));
        });
    }

    /** One call, and what is known of its events once the group has looked. */
    private static final class Call {

        private final SortedBatch batch;
        private Set<UsageEventId> repeated = Set.of();

        Call(SortedBatch batch) {
            this.batch = batch;
        }

        Receipt receipt() {
            return batch.receipt(repeated);
        }
    }

    /** Calls that are worked on together. */
    final class Group {

        private final Key key;
        private final Acting acting;
        private final List<Call> calls = new ArrayList<>();
        private final Sinks.Empty<Void> next = Sinks.empty();
        private final Mono<Void> done;
        private boolean closed;
        private int size;

        private Group(Key key, Acting acting, Call first, @Nullable Group before) {
            this.key = key;
            this.acting = acting;
            add(first);
            // Kept, so that it runs once for all callers and goes on when one of them gives up. It holds on to the end
            // of the group before it, not to that group.
            Mono<Void> turn = before == null ? Mono.empty() : before.next.asMono();
            this.done = turn.then(Mono.defer(this::work)).cache();
        }

        private synchronized boolean take(Call call) {
            boolean fits = !closed && size + call.batch.ids().size() <= most;
            if (fits) {
                add(call);
            }
            return fits;
        }

        private void add(Call call) {
            calls.add(call);
            size += call.batch.ids().size();
        }

        private synchronized void close() {
            closed = true;
        }

        private Mono<Void> work() {
            close();
            return work.apply(this).doFinally(signal -> {
                letNext();
                last.remove(key, this);
            });
        }

        /** Whoever made the first call acts for all: they are of one tenant, and each had the right. */
        Acting acting() {
            return acting;
        }

        /** The events of all calls, by id; what was sent first counts. */
        Map<UsageEventId, UsageEvent> events() {
            Map<UsageEventId, UsageEvent> events = new LinkedHashMap<>();
            calls.forEach(call -> call.batch.valid().forEach(events::putIfAbsent));
            return events;
        }

        /** Notes what was found; an event that two calls have is new in the first and a repeat in the other. */
        void found(Set<UsageEventId> known) {
            Set<UsageEventId> taken = new HashSet<>(known);
            for (Call call : calls) {
                Set<UsageEventId> repeated = new HashSet<>(call.batch.ids());
                repeated.retainAll(taken);
                call.repeated = repeated;
                taken.addAll(call.batch.ids());
            }
        }

        /** The next group of the tenant may begin. */
        void letNext() {
            next.tryEmitEmpty();
        }
    }
}
