package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.mail.Mails;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans that are paused for months, as they are billed and used. */
@TenantsTest
class PausingTest extends TravelGround {

    @Autowired
    Mails mails;

    private Pausing pausing;
    private EntitledReader reader;

    PausingTest() {
        super(ZoneId.of("America/New_York"));
    }

    @BeforeEach
    void prepare() {
        goTo(day(3, 31));
        pausing = new Pausing(
                stored,
                new PauseBook(database),
                new PlanChangeBook(database),
                catalogues,
                holdings,
                new HouseMails(mails, any -> Flux.just(EmailAddress.of("owner@customer.example")), tenants),
                new PauseProperties(3),
                transactions,
                clock);
        reader = new EntitledReader(stored, usage, catalogues, database, transactions, clock);
    }

    @Test
    void two_months_are_not_billed_and_give_nothing_and_then_it_goes_on_by_itself() {
        subscribe(Term.MONTH);
        var offer = as(pausing.offer());
        assertThat(offer).isEqualTo(new PauseOffer(day(4, 30), List.of(day(5, 31), day(6, 30), day(7, 31))));
        goTo(day(4, 10));
        pause(day(4, 30), day(6, 30));
        assertThat(entitled().plan()).as("the paid month is left").isNotNull();
        assertThat(status()).isEqualTo(Subscription.Status.ACTIVE);

        goTo(day(5, 2));
        close();
        assertThat(status()).isEqualTo(Subscription.Status.PAUSED);
        assertThat(entitled().plan()).isNull();
        assertThat(entitled().features()).isEmpty();
        assertThat(entitled().rest()).isInstanceOf(Left.Nothing.class);
        assertThat(bought().plan().price()).isEqualTo(dollars(0));
        goTo(day(6, 29));
        close();
        assertThat(periods()).containsExactly(day(3, 31));

        goTo(day(6, 30));
        assertThat(entitled().plan()).isNotNull();
        goTo(day(8, 2));
        close();
        assertThat(periods()).containsExactly(day(3, 31), day(6, 30));
        assertThat(totals()).containsOnly(dollars(7_900));
        assertThat(mailed()).isEqualTo(1);
    }

    @Test
    void who_resumes_early_pays_from_that_day_on_and_the_months_are_counted_from_it() {
        subscribe(Term.MONTH);
        pause(day(4, 30), day(7, 31));
        goTo(day(5, 12));
        close();
        as(pausing.resume().thenReturn(true));
        assertThat(entitled().plan()).isNotNull();
        assertThat(status()).isEqualTo(Subscription.Status.ACTIVE);
        assertThat(bought().period(clock.instant())).isEqualTo(new Period(day(5, 12), day(6, 12), zone));

        goTo(day(7, 13));
        close();
        assertThat(periods()).containsExactly(day(3, 31), day(5, 12), day(6, 12));
        assertThat(totals()).containsOnly(dollars(7_900));
        assertThat(as(pausing.offer()).until()).as("one month of three is used").hasSize(2);
    }

    @Test
    void a_pause_that_is_to_come_is_taken_back_as_if_it_never_was() {
        subscribe(Term.MONTH);
        pause(day(4, 30), day(5, 31));
        as(pausing.resume().thenReturn(true));
        assertThat(as(pausing.offer()).until()).hasSize(3);
        goTo(day(6, 2));
        close();
        assertThat(periods()).containsExactly(day(3, 31), day(4, 30));
    }

    @Test
    void what_cannot_be_paused_is_refused_with_the_reason() {
        assertThatThrownBy(() -> as(pausing.offer())).hasMessageContaining("not-found");
        subscribe(Term.MONTH);
        assertThatThrownBy(() -> pause(day(4, 30), day(8, 31))).hasMessageContaining("billing.pause-outdated");
        assertThatThrownBy(() -> pause(day(4, 29), day(5, 31))).hasMessageContaining("billing.pause-outdated");
        pause(day(4, 30), day(7, 31));
        assertThatThrownBy(() -> pause(day(4, 30), day(5, 31))).hasMessageContaining("billing.paused");
        assertThatThrownBy(() -> as(changes.quote("starter", Term.MONTH))).hasMessageContaining("billing.paused");
        goTo(day(8, 1));
        close();
        assertThatThrownBy(() -> as(pausing.offer())).hasMessageContaining("billing.pause-used-up");
        goTo(day(5, 1).plusYears(1));
        close();
        assertThat(as(pausing.offer()).until()).hasSize(3);
        as(changes.end("").thenReturn(true));
        assertThatThrownBy(() -> as(pausing.offer())).hasMessageContaining("billing.ends");
        as(changes.goOn().thenReturn(true));
        as(changes.quote("starter", Term.MONTH).flatMap(changes::change).thenReturn(true));
        assertThatThrownBy(() -> as(pausing.offer())).hasMessageContaining("billing.pause-change");
        assertThatThrownBy(() -> by(viewer(), pausing.offer())).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> by(
                        NewCustomers.of(Acme.RESELLER, tenants),
                        pausing.resume().thenReturn(true)))
                .as("another tenant has nothing to resume")
                .hasMessageContaining("not-found");
    }

    @Test
    void a_year_that_is_paid_is_not_paused() {
        subscribe(Term.YEAR);
        assertThatThrownBy(() -> as(pausing.offer())).hasMessageContaining("billing.pause-year");
    }

    @Test
    void of_many_who_pause_at_once_one_does() {
        subscribe(Term.MONTH);
        var done = Flux.range(0, 8)
                .flatMap(
                        n -> pausing.pause(day(4, 30), day(5, 31))
                                .thenReturn(true)
                                .onErrorReturn(false),
                        8)
                .contextWrite(TenantContext.as(customer))
                .collect(Collectors.counting())
                .block(Duration.ofSeconds(30));
        assertThat(done).isEqualTo(8);
        assertThat(bought().subscription().pauses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void law_each_day_is_billed_once_or_paused(long seed) {
        var random = new Random(seed);
        subscribe(Term.MONTH);
        var first = today();
        for (int step = 0; step < 14; step++) {
            if (random.nextInt(3) > 0) {
                as(pausing.offer()
                        .flatMap(offer -> pausing.pause(
                                offer.from(),
                                offer.until().get(random.nextInt(offer.until().size()))))
                        .onErrorResume(refused -> Mono.empty())
                        .thenReturn(true));
            } else {
                as(pausing.resume().thenReturn(true));
            }
            goTo(today().plusDays(1 + random.nextInt(45)));
            close();
        }
        goTo(today().plusDays(1));
        close();
        var last = bought().period(clock.instant().minus(Duration.ofHours(14)));
        var bought = bought().subscription();
        var billed = written().stream()
                .flatMap(one -> one.period().from().datesUntil(one.period().until()))
                .toList();
        assertThat(billed).doesNotHaveDuplicates();
        first.datesUntil(last.from())
                .forEach(day -> assertThat(billed.contains(day))
                        .as("%s, paused %s", day, bought.pauses())
                        .isNotEqualTo(bought.isPaused(day)));
        assertThat(totals()).containsOnly(dollars(7_900));
    }

    private Acting viewer() {
        return new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "somebody", Set.of("viewer")));
    }

    private long mailed() {
        return Objects.requireNonNull(as(database.sql("select count(*) from platform.mail where kind = 'plan-paused'")
                .mapValue(Long.class)
                .one()
                .as(transactions::transactional)));
    }

    private void subscribe(Term term) {
        as(subscriptions.subscribe(new Order("hosting", "pro", term, zone)));
    }

    private void pause(LocalDate from, LocalDate until) {
        as(pausing.pause(from, until).thenReturn(true));
    }

    private Subscription.Status status() {
        return bought().subscription().status(clock.instant());
    }

    private Entitled entitled() {
        return as(reader.read(customer)).entitled();
    }

    private List<LocalDate> periods() {
        return written().stream().map(one -> one.period().from()).sorted().toList();
    }

    private List<Money> totals() {
        return written().stream().map(Invoice::total).toList();
    }
}
