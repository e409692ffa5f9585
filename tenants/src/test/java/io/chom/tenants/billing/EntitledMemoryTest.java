package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageIngest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** What a tenant may use, answered from the memory of several processes on one database. */
@TenantsTest
class EntitledMemoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final MeterId SITES = new MeterId("sites");
    private static final MeterId BULK_JOBS = new MeterId("bulk_jobs");

    private static final String PARTNERS = """
            catalogue: partners
            version: 1
            currency: USD
            meters: {}
            plans: {}
            products:
              partner: { name: Partner, price: "5.00", charged: monthly, entitlements: [resell] }
            """;

    @Autowired
    ApplicationContext program;

    @Autowired
    Entitlements entitlements;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    UsageIngest ingest;

    @Autowired
    TenantService tenants;

    @Autowired
    Catalogues catalogues;

    @Autowired
    Broadcast broadcast;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    private final MovableClock clock = new MovableClock(Instant.now());
    private final List<EntitledProcess> processes = new ArrayList<>();
    private Acting customer;

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
    }

    @AfterEach
    void stop() {
        processes.forEach(EntitledProcess::close);
    }

    @Test
    void law_nobody_is_told_what_another_may_use() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        List<Acting> all = IntStream.range(0, 12)
                .mapToObj(i -> NewCustomers.of(i % 2 == 0 ? Acme.RESELLER : Nimbus.RESELLER, tenants))
                .toList();
        List<String> plans = List.of("starter", "pro", "enterprise", "");
        for (int i = 0; i < all.size(); i++) {
            if (i % 4 < 3) {
                subscribe(all.get(i), "hosting", plans.get(i % 4));
            }
        }
        var process = process(catalogues, clock).start();
        List<Integer> asked =
                new ArrayList<>(IntStream.range(0, 600).mapToObj(i -> i % 12).toList());
        Collections.shuffle(asked, random);

        var wrong = Flux.fromIterable(asked)
                .parallel(8)
                .runOn(Schedulers.boundedElastic())
                .flatMap(i -> {
                    if (random.nextInt(5) == 0) {
                        process.holdings.forget(all.get(i).tenant());
                    }
                    return process.entitlements
                            .of(all.get(i))
                            .filter(it -> !isOf(it, all.get(i), plans.get(i % 4))
                                    || process.entitlements
                                            .held(all.get(i))
                                            .filter(held -> !isOf(held, all.get(i), plans.get(i % 4)))
                                            .isPresent());
                })
                .sequential()
                .collectList()
                .block(PATIENCE);

        assertThat(wrong).as("seed %d", seed).isEmpty();
        assertThat(process.entitlements.held(customer)).isEmpty();
    }

    private static boolean isOf(Entitled entitled, Acting acting, String plan) {
        boolean hasPlan = entitled.plan() == null
                ? plan.isEmpty()
                : entitled.plan().slug().equals(plan);
        return entitled.tenant().equals(acting.tenant())
                && hasPlan
                && entitled.may(Entitlement.RESELL) == plan.equals("enterprise");
    }

    @Test
    void the_acting_tenant_is_the_only_one_that_can_be_asked_for() {
        subscribe(customer, "hosting", "enterprise");
        assertThat(as(customer, entitlements.current()).may(Entitlement.RESELL)).isTrue();

        for (var other : List.of(NewCustomers.of(Acme.RESELLER, tenants), NewCustomers.of(Nimbus.RESELLER, tenants))) {
            assertThat(entitlements.held(other)).isEmpty();
            assertThat(as(other, entitlements.current()).tenant()).isEqualTo(other.tenant());
            assertThat(as(other, entitlements.has(Entitlement.RESELL))).isFalse();
        }
    }

    @Test
    void what_changes_in_one_process_or_by_hand_arrives_in_the_other_within_a_second() {
        var other = process(catalogues, Clock.systemUTC()).start();
        assertThat(other.ask(customer).plan()).isNull();
        assertThat(as(customer, entitlements.current()).plan()).isNull();

        subscribe(customer, "hosting", "enterprise");
        assertThat(as(customer, entitlements.has(Entitlement.RESELL)))
                .as("at once where it was bought")
                .isTrue();
        soon(other, true, "enterprise");
        byHand("update billing.subscription set status = 'paused'");
        soon(other, false, null);
        byHand("update billing.subscription set status = 'past_due'");
        soon(other, true, "enterprise");
        byHand("update billing.subscription set plan = 'pro'");
        soon(other, false, "pro");
        byHand("update billing.subscription set status = 'cancelled'");
        soon(other, false, null);
    }

    @Test
    void a_product_gives_while_it_is_had() {
        var other = process(CatalogueOf.text(PARTNERS), Clock.systemUTC()).start();
        assertThat(other.ask(customer).may(Entitlement.RESELL)).isFalse();
        As.one(
                transactions,
                customer,
                database.sql("""
                        insert into billing.purchase (id, tenant_id, reseller_id, catalogue, version, product, charged, bought_at)
                        values (:id, :tenant, :reseller, 'partners', 1, 'partner', 'monthly', now())
                        """)
                        .bind("id", Uuids.next())
                        .bind("tenant", customer.tenant().value())
                        .bind("reseller", customer.reseller().value())
                        .then());
        soon(other, true, null);

        byHand("update billing.purchase set ended_at = now()");
        soon(other, false, null);
    }

    @Test
    void a_grant_gives_without_a_plan_from_the_moment_it_is_made() {
        var other = process(catalogues, Clock.systemUTC()).start();
        assertThat(other.ask(customer).may(Entitlement.RESELL)).isFalse();
        As.one(
                transactions,
                customer,
                database.sql("""
                        insert into billing.entitlement_grant (tenant_id, reseller_id, entitlement, reason)
                        values (:tenant, :reseller, 'resell', 'test'), (:tenant, :reseller, 'of_another_program', 'test')
                        """)
                        .bind("tenant", customer.tenant().value())
                        .bind("reseller", customer.reseller().value())
                        .then());
        soon(other, true, null);
        assertThat(other.ask(customer).left(SITES)).isInstanceOf(Left.Nothing.class);
    }

    @Test
    void a_transaction_tells_once_of_a_tenant_and_only_when_it_commits() {
        var process = process(catalogues, clock).start();
        List<String> heard = new CopyOnWriteArrayList<>();
        var listening = broadcast.listen(Holdings.CHANNEL, customer.tenant()).subscribe(heard::add);
        var change = database.sql("""
                        insert into billing.entitlement_grant (tenant_id, reseller_id, entitlement, reason)
                        values (:tenant, :reseller, 'one', 'test'), (:tenant, :reseller, 'two', 'test')
                        """)
                .bind("tenant", customer.tenant().value())
                .bind("reseller", customer.reseller().value())
                .then();
        assertThatThrownBy(() -> As.one(transactions, customer, change.then(Mono.error(new Undone()))))
                .isInstanceOf(Undone.class);
        process.hearWhatWasSent();
        assertThat(heard).isEmpty();

        As.one(transactions, customer, change);
        process.hearWhatWasSent();
        listening.dispose();

        assertThat(heard).containsExactly(customer.tenant().toString());
    }

    private static final class Undone extends RuntimeException {}

    @Test
    void usage_that_is_counted_shows_in_what_is_held_within_a_second() {
        subscribe(customer, "freight", "pro");
        var other = process(catalogues, clock).start();
        assertThat(quantity(other.ask(customer), BULK_JOBS)).isEqualTo("20");
        clock.move(Holding.PAUSE);

        send("bulk_jobs", "19");
        await().atMost(PATIENCE)
                .until(() -> entitlementsOf(customer, "bulk_jobs").equals("1"));
        await().atMost(SECOND)
                .until(() -> other.entitlements
                        .held(customer)
                        .map(held -> quantity(held, BULK_JOBS))
                        .orElse("")
                        .equals("1"));
        Left left = other.entitlements.held(customer).orElseThrow().left(BULK_JOBS);
        assertThat(left.permits(BigDecimal.ONE)).isTrue();
        assertThat(left.permits(new BigDecimal("1.01"))).isFalse();
        assertThat(other.entitlements.held(customer).orElseThrow().left(SITES)).isInstanceOf(Left.Unlimited.class);
    }

    @Test
    void usage_is_read_again_once_in_a_while_and_only_for_those_who_were_asked_for() {
        subscribe(customer, "freight", "pro");
        var process = process(catalogues, clock);
        process.ask(customer);
        String news = customer.tenant() + " " + customer.reseller();
        process.renewal
                .changed(Acme.BAKERY.tenant() + " " + Acme.ID)
                .then(process.renewal.changed(news))
                .then(process.renewal.round())
                .block(PATIENCE);
        assertThat(process.reads()).as("too soon").isEqualTo(1);

        clock.move(Holding.PAUSE);
        for (int i = 0; i < 20; i++) {
            process.renewal.changed(news).then(process.renewal.round()).block(PATIENCE);
        }
        assertThat(process.reads()).as("once for all of them").isEqualTo(2);

        clock.move(Duration.ofMinutes(2));
        process.renewal.round().block(PATIENCE);
        assertThat(process.reads()).as("nobody asks any more").isEqualTo(2);
        assertThat(process.entitlements.held(customer)).isEmpty();
    }

    @Test
    void those_who_ask_at_once_share_one_read() {
        var process = process(catalogues, clock);
        var answers = Flux.range(0, 200)
                .parallel(8)
                .runOn(Schedulers.boundedElastic())
                .flatMap(i -> process.entitlements.of(customer))
                .sequential()
                .collectList()
                .block(PATIENCE);

        assertThat(answers).hasSize(200).allMatch(one -> one == answers.getFirst());
        assertThat(process.reads()).isEqualTo(1);
    }

    @Test
    void what_could_not_be_read_is_read_by_the_next_who_asks() {
        subscribe(customer, "freight", "pro");
        var process = process(catalogues, clock);
        process.answerAfter(Mono.error(new IllegalStateException("The database is away.")));
        assertThatThrownBy(() -> process.ask(customer)).hasMessage("The database is away.");
        assertThat(process.entitlements.held(customer)).isEmpty();

        process.answerAfter(Mono.empty());
        assertThat(quantity(process.ask(customer), BULK_JOBS)).isEqualTo("20");

        clock.move(Holding.PAUSE);
        process.answerAfter(Mono.error(new IllegalStateException("The database is away.")));
        process.renewal
                .changed(customer.tenant() + " " + customer.reseller())
                .then(process.renewal.round())
                .block(PATIENCE);
        assertThat(process.reads()).isEqualTo(3);
        assertThat(process.entitlements.held(customer)).as("the last known").isPresent();
        process.answerAfter(Mono.empty());
        process.renewal.round().block(PATIENCE);
        process.renewal.round().block(PATIENCE);
        assertThat(process.reads()).as("tried again, and once").isEqualTo(4);
    }

    @Test
    void what_was_read_before_a_change_is_not_remembered_after_it() {
        var process = process(catalogues, clock);
        Sinks.Empty<Void> opening = Sinks.empty();
        process.answerAfter(opening.asMono());
        var early = process.entitlements.of(customer).toFuture();
        await().atMost(PATIENCE).until(() -> process.reads() == 1);

        process.answerAfter(Mono.empty());
        subscribe(customer, "hosting", "enterprise");
        process.holdings.changed(customer.tenant().toString()).block(PATIENCE);
        assertThat(process.ask(customer).may(Entitlement.RESELL)).isTrue();
        opening.tryEmitEmpty();
        await().atMost(PATIENCE).until(early::isDone);

        assertThat(early.join().may(Entitlement.RESELL)).isFalse();
        assertThat(process.entitlements.held(customer).orElseThrow().may(Entitlement.RESELL))
                .isTrue();
    }

    @Test
    void what_is_undone_was_never_known_outside_of_its_transaction() {
        assertThat(as(customer, entitlements.has(Entitlement.RESELL))).isFalse();
        var inside = subscriptions
                .subscribe(new Order("hosting", "enterprise", ZoneOffset.UTC))
                .then(entitlements.has(Entitlement.RESELL))
                .flatMap(may -> Mono.<Boolean>error(new IllegalStateException("may: " + may)))
                .as(transactions::transactional);

        assertThat(as(customer, inside.onErrorResume(e -> Mono.just("may: true".equals(e.getMessage())))))
                .isTrue();
        assertThat(as(customer, entitlements.has(Entitlement.RESELL))).isFalse();
    }

    @Test
    void nothing_is_held_beyond_the_end_of_an_allowance() {
        subscribe(customer, "freight", "pro");
        var process = process(catalogues, clock);
        var entitled = process.ask(customer);
        assertThat(process.entitlements.held(customer)).contains(entitled);

        clock.move(Duration.between(clock.instant(), entitled.until()));
        assertThat(process.entitlements.held(customer)).isEmpty();
        assertThat(process.ask(customer).until()).isAfter(entitled.until());
    }

    @Test
    void no_more_are_held_than_there_is_room_for() {
        var process = process(catalogues, clock);
        for (int i = 0; i < Holdings.MOST + 1_000; i++) {
            process.holdings.of(customer.as(new TenantId(Uuids.next()), Acme.ID));
        }
        assertThat(process.holdings.size()).isPositive().isLessThanOrEqualTo(Holdings.MOST);
    }

    @Test
    void after_a_gap_in_the_news_everything_is_forgotten() {
        var other = process(catalogues, Clock.systemUTC()).start();
        other.ask(customer);
        as(customer, entitlements.current());
        assertThat(entitlements.held(customer)).isPresent();
        database.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = 'chom-listen' and datname = current_database()
                        """).then().block(PATIENCE);

        await().atMost(PATIENCE)
                .until(() -> entitlements.held(customer).isEmpty()
                        && other.entitlements.held(customer).isEmpty());
    }

    @Test
    void a_question_takes_less_than_ten_microseconds() {
        subscribe(customer, "hosting", "enterprise");
        var process = process(catalogues, Clock.systemUTC());
        process.ask(customer);
        int questions = 100_000;
        long yes = 0;
        for (int i = 0; i < questions; i++) {
            yes += ask(process) ? 1 : 0;
        }
        long begun = System.nanoTime();
        for (int i = 0; i < questions; i++) {
            yes += ask(process) ? 1 : 0;
        }
        long each = (System.nanoTime() - begun) / questions;

        System.out.println("an entitlement asked from memory: " + each + " ns");
        assertThat(yes).isEqualTo(2L * questions);
        assertThat(each).isLessThan(10_000);
    }

    private boolean ask(EntitledProcess process) {
        return process.entitlements
                .held(customer)
                .filter(held -> held.may(Entitlement.RESELL) && held.left(SITES).permits(BigDecimal.ONE))
                .isPresent();
    }

    private EntitledProcess process(Catalogues catalogues, Clock clock) {
        var process = new EntitledProcess(program, catalogues, clock);
        processes.add(process);
        return process;
    }

    private void soon(EntitledProcess process, boolean mayResell, String plan) {
        await().atMost(SECOND).until(() -> {
            var entitled = process.ask(customer);
            var now = entitled.plan() == null ? null : entitled.plan().slug();
            return entitled.may(Entitlement.RESELL) == mayResell && Objects.equals(now, plan);
        });
    }

    private void byHand(String statement) {
        As.one(
                transactions,
                customer,
                database.sql(statement + " where tenant_id = :tenant")
                        .bind("tenant", customer.tenant().value())
                        .then());
    }

    private void subscribe(Acting acting, String catalogue, String plan) {
        as(acting, subscriptions.subscribe(new Order(catalogue, plan, ZoneOffset.UTC)));
    }

    private void send(String meter, String quantity) {
        var job = new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
        var event = UsageEventInput.of("e", new MeterId(meter), new BigDecimal(quantity), Instant.now(), null);
        assertThat(as(job, ingest.accept(List.of(event))).rejected()).isEmpty();
    }

    private String entitlementsOf(Acting acting, String meter) {
        return as(
                acting,
                entitlements.current().as(transactions::transactional).map(it -> quantity(it, new MeterId(meter))));
    }

    private static String quantity(Entitled entitled, MeterId meter) {
        return Stream.of(entitled.left(meter))
                .map(left -> ((Left.Counted) left).quantity().toPlainString())
                .findFirst()
                .orElseThrow();
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(PATIENCE));
    }
}
