package io.chom.tenants.billing;

import static org.awaitility.Awaitility.await;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.tenancy.Suspensions;
import io.chom.tenants.usage.UsageQueries;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Another process on the database of the program, with a memory of its own. It counts what it reads. */
final class EntitledProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Holdings holdings;
    final UsageRenewal renewal;
    final Entitlements entitlements;
    private final AtomicInteger reads = new AtomicInteger();
    private volatile Mono<Void> gate = Mono.empty();
    private Disposable listening = Disposables.disposed();
    private final Broadcast broadcast;

    EntitledProcess(ApplicationContext program, Catalogues catalogues, Clock clock) {
        var reader = new EntitledReader(
                program.getBean(Subscriptions.class),
                program.getBean(UsageQueries.class),
                catalogues,
                program.getBean(DatabaseClient.class),
                new Counted(program.getBean(TransactionalOperator.class)),
                clock);
        broadcast = program.getBean(Broadcast.class);
        holdings = new Holdings(reader);
        renewal = new UsageRenewal(holdings);
        entitlements = new Entitlements(holdings, reader, program.getBean(Suspensions.class));
    }

    /** Hears what is sent and reads usage again, as the program's own does. */
    EntitledProcess start() {
        listening = Disposables.composite(
                broadcast
                        .listen(holdings.channel())
                        .concatMap(holdings::changed)
                        .subscribe(),
                broadcast.listen(renewal.channel()).concatMap(renewal::changed).subscribe());
        renewal.start();
        hearWhatWasSent();
        return this;
    }

    /** Waits until everything that was sent before has arrived: words are passed on in the order in which they were sent. */
    void hearWhatWasSent() {
        var word = Uuids.next().toString();
        var heard =
                broadcast.listen("entitled_test").filter(word::equals).next().toFuture();
        await().atMost(PATIENCE).until(() -> {
            broadcast.send("entitled_test", word).block(PATIENCE);
            return heard.isDone();
        });
    }

    int reads() {
        return reads.get();
    }

    /** What is read is answered when the gate opens. */
    void answerAfter(Mono<Void> opening) {
        gate = opening;
    }

    Entitled ask(Acting acting) {
        return Objects.requireNonNull(entitlements.of(acting).block(PATIENCE));
    }

    @Override
    public void close() {
        listening.dispose();
        renewal.stop();
    }

    /** Real transactions that are counted, and whose answers may be held up. */
    private final class Counted implements TransactionalOperator {

        private final TransactionalOperator real;

        Counted(TransactionalOperator real) {
            this.real = real;
        }

        @Override
        public <T> Mono<T> transactional(Mono<T> work) {
            return Mono.defer(() -> {
                reads.incrementAndGet();
                Mono<Void> opening = gate;
                return real.transactional(work).delayUntil(read -> opening);
            });
        }

        @Override
        public <T> Flux<T> execute(TransactionCallback<T> action) {
            return real.execute(action);
        }
    }
}
