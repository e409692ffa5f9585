package io.chom.tenants.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageIngest;
import io.chom.tenants.usage.probe.Findings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Many customers of a brand owner of the test's own at once, each with a seeded history of its own: events twice, late and put right, two processes that tell of
 * them and end in the middle, a provider that is down, refuses for haste or loses its answers. In the end the events, the
 * rollups, the invoices and the provider say the same.
 */
@TenantsTest
class MeteringHistoriesTest {

    private static final int RUNS = Integer.getInteger("runs", 200);
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> OUTAGES = List.of("none", "down", "limited", "lost");

    @Autowired
    ApplicationContext context;

    @Autowired
    TenantService tenants;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    UsageIngest ingest;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    @TempDir
    Path data;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Acting reseller;
    private Sandbox sandbox;
    private MeteringHouse house;
    private Instant now;
    private volatile boolean isCalm;

    /** One customer and what is known of it. */
    private record Run(Acting customer, String slug, Subscription subscription, SyncedPayer payer, History history) {

        Acting job() {
            return new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
        }
    }

    @BeforeEach
    void open() throws Exception {
        System.out.println("seed " + seed);
        PlatformTenant.of(tenants);
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        var slug = new Slug("m" + Long.toString(System.nanoTime(), 36));
        var made = as(job, tenants.createReseller(new NewTenant(slug, "Somebody", ZoneOffset.UTC)));
        reseller = new Acting(made.id(), made.id(), Acme.RESELLER.actor());
        as(reseller, subscriptions.subscribe(new Order("hosting", "enterprise", ZoneOffset.UTC)));
        sandbox = new Sandbox(data);
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        house = new MeteringHouse(context, sandbox, new MovableClock(now), () -> !isCalm && random.nextInt(5) == 0);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void law_events_rollups_invoices_and_the_provider_say_the_same_whatever_fails() throws Exception {
        var runs = IntStream.range(0, RUNS).mapToObj(n -> begin()).toList();
        for (int round = 0; round < ROUNDS; round++) {
            each(runs, run -> sent(run, run.history().more()));
            sandbox.outage(OUTAGES.get(random.nextInt(OUTAGES.size())), 1 + random.nextInt(50));
            each(runs, run -> Mono.when(house.telling(run.payer()), house.telling(run.payer())));
            runs.forEach(this::awaitEvents);
        }
        sandbox.outage("none", 0);
        isCalm = true;
        each(
                runs,
                run -> house.telling(run.payer())
                        .doOnNext(answered -> assertThat(answered).isTrue())
                        .then());

        for (Run run : runs) {
            for (Period period : periods(run)) {
                var span = period.span();
                for (String meter : History.METERS) {
                    BigDecimal oracle = run.history().used(meter, span).setScale(0, RoundingMode.HALF_UP);
                    assertThat(house.counted(run.payer(), meter, span))
                            .as("%s of %s in %s, seed %d", meter, run.slug(), period, seed)
                            .isEqualByComparingTo(oracle);
                }
            }
        }
        var slugs = runs.stream().map(Run::slug).collect(Collectors.toSet());
        var report = house.probe(null).run();
        assertThat(report.compared().get("meters at Stripe")).isGreaterThan(RUNS);
        assertThat(report.differences())
                .as("seed %d", seed)
                .noneMatch(one -> slugs.contains(one.tenant()))
                .hasSizeLessThan(Findings.MOST);
    }

    private Run begin() {
        Acting customer = NewCustomers.of(reseller, tenants);
        String slug = Objects.requireNonNull(As.one(
                transactions,
                customer,
                database.sql("select slug from tenancy.tenant where tenant_id = :tenant")
                        .bind("tenant", customer.tenant().value())
                        .mapValue(String.class)
                        .one()));
        var bought = as(
                customer,
                subscriptions.subscribe(
                        new Order("hosting", "pro", ZoneOffset.UTC),
                        now.minus(Duration.ofDays(33 + random.nextInt(20)))));
        try {
            return new Run(
                    customer, slug, bought, house.payer(customer), new History(new Random(random.nextLong()), now));
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    private List<Period> periods(Run run) {
        return MeteredPeriods.of(run.subscription(), now);
    }

    /** Some of them twice. */
    private Mono<Void> sent(Run run, List<UsageEventInput> events) {
        return ingest.accept(events)
                .doOnNext(receipt ->
                        assertThat(receipt.rejected()).as("seed %d", seed).isEmpty())
                .then(ingest.accept(events.subList(0, 1 + events.size() / 2)))
                .then()
                .contextWrite(TenantContext.as(run.job()));
    }

    private interface Step {

        Mono<Void> of(Run run);
    }

    private static void each(List<Run> runs, Step step) {
        Flux.fromIterable(runs).flatMap(step::of, 8).then().block(PATIENCE);
    }

    private void awaitEvents(Run run) {
        await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> Objects.requireNonNull(As.one(
                                        transactions,
                                        run.customer(),
                                        database.sql("select count(*) from usage.event")
                                                .mapValue(Long.class)
                                                .one()))
                                .intValue()
                        == run.history().size());
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(PATIENCE));
    }
}
