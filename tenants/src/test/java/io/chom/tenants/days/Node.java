package io.chom.tenants.days;

import io.chom.tenants.TenantsApplication;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.Rounds;
import io.chom.tenants.platform.RoundsByHand;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.usage.UsageChanges;
import io.r2dbc.pool.ConnectionPool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A whole program with a clock of its own, in which nothing runs but what it is asked for. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Halt halt = new Halt();
    private final MovableClock clock;
    private final ConfigurableApplicationContext program;
    private final List<Rounds> rounds;

    Node(Instant now, List<String> settings) {
        clock = new MovableClock(now);
        program = new SpringApplicationBuilder(TenantsApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> prepare((GenericApplicationContext) context))
                .run(settings.stream().map(one -> "--" + one).toArray(String[]::new));
        rounds = List.copyOf(program.getBeansOfType(Rounds.class).values());
    }

    private void prepare(GenericApplicationContext context) {
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(
                AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, DefaultLifecycleProcessor.class, Still::new);
        context.getBeanFactory().addBeanPostProcessor(halt);
    }

    /** Starts nothing by itself. */
    private static final class Still extends DefaultLifecycleProcessor {

        @Override
        public void onRefresh() {}
    }

    ConfigurableApplicationContext program() {
        return program;
    }

    <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    void set(Instant now) {
        clock.set(now);
    }

    void move(Duration by) {
        clock.move(by);
    }

    /** One round of each kind, all at the same time, begun in any order. */
    Mono<Void> work(Random random) {
        var order = new ArrayList<>(rounds);
        Collections.shuffle(order, random);
        return Flux.fromIterable(order)
                .flatMap(RoundsByHand::round, order.size())
                .then();
    }

    /** Its workers hear what was told of usage. */
    void hear(String news) {
        rounds.stream()
                .filter(one ->
                        one instanceof Follower follower && follower.channel().equals(UsageChanges.CHANNEL))
                .forEach(one -> ((Follower) one).changed(news).block(PATIENCE));
    }

    /** It died and has begun anew: what it had in hand nobody goes on with, and what was told meanwhile it has missed. */
    void begin() {
        halt.forget();
        hear(Broadcast.RESYNC);
    }

    /** How many are in use. */
    int connections() {
        return program.getBeansOfType(ConnectionPool.class).values().stream()
                .mapToInt(pool -> pool.getMetrics().orElseThrow().acquiredSize())
                .sum();
    }

    @Override
    public void close() {
        program.close();
    }
}
