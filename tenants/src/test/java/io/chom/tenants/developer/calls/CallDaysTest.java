package io.chom.tenants.developer.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.developer.calls.CallDays.Standing;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class CallDaysTest extends TenantIsolationContract {

    @Autowired
    CallDays subject;

    private final UUID here = UUID.randomUUID();
    private final UUID there = UUID.randomUUID();
    private final LocalDate day = someDay();

    @Override
    public String table() {
        return "developer.call_day";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> subject.settle(acting.tenant(), new Claim(here, someDay(), 100, 0, 0, 1)));
    }

    @Test
    void no_more_than_the_limit_is_given_and_what_is_said_twice_counts_once() {
        assertThat(settle(here, 10, 0, 0, 8)).isEqualTo(new Standing(8, 0));
        assertThat(settle(there, 10, 0, 0, 5)).isEqualTo(new Standing(2, 0));
        assertThat(settle(there, 10, 2, 2, 1)).isEqualTo(new Standing(0, 2));

        for (int i = 0; i < 3; i++) {
            assertThat(settle(here, 10, 3, 3, 0)).isEqualTo(new Standing(0, 5));
        }
        assertThat(settle(there, 10, 2, 2, 9)).isEqualTo(new Standing(5, 5));
        assertThat(settle(there, 10, 7, 7, 1)).isEqualTo(new Standing(0, 10));
        assertThat(used()).isEqualTo(10);
    }

    @Test
    void a_grant_that_the_process_never_heard_of_is_taken_back_by_what_it_says_next() {
        assertThat(settle(here, 10, 0, 0, 10).granted()).isEqualTo(10);
        assertThat(settle(here, 10, 0, 0, 0)).isEqualTo(new Standing(0, 0));
        assertThat(settle(there, 10, 0, 0, 10).granted()).isEqualTo(10);
    }

    @Test
    void ahead_of_need_a_small_share_is_given_and_less_towards_the_end() {
        assertThat(settle(here, 1000, 0, 0, 1).granted()).isEqualTo(10);
        assertThat(settle(here, 1000, 960, 960, 1).granted()).isEqualTo(5);
        assertThat(settle(here, 1000, 998, 998, 1).granted()).isEqualTo(1);
        assertThat(settle(here, 1000, 999, 999, 7).granted()).isEqualTo(1);
    }

    @Test
    void what_a_process_held_that_is_gone_counts_as_used_after_a_minute_until_it_speaks_again() {
        settle(there, 10, 0, 0, 4);
        assertThat(settle(here, 10, 0, 0, 6).granted()).isEqualTo(6);
        assertThat(settle(here, 10, 6, 6, 1)).isEqualTo(new Standing(0, 6));
        assertThat(used()).isEqualTo(6);

        As.one(
                transactions,
                Acme.BAKERY,
                database.sql("update developer.call_lease set stated_at = now() - interval '61 seconds'"
                                + " where id = :id")
                        .bind("id", there)
                        .then());
        assertThat(settle(here, 10, 6, 6, 1).granted()).isZero();
        assertThat(used()).isEqualTo(10);

        settle(there, 10, 1, 1, 0);
        assertThat(used()).isEqualTo(7);
        assertThat(settle(here, 10, 6, 6, 9).granted()).isEqualTo(3);
    }

    @Test
    void a_lower_limit_gives_nothing_more() {
        settle(here, 10, 0, 0, 8);
        assertThat(settle(here, 5, 8, 8, 1)).isEqualTo(new Standing(0, 8));
        assertThat(settle(here, 9, 8, 8, 3)).isEqualTo(new Standing(1, 8));
    }

    private Standing settle(UUID lease, long limit, long leased, long used, long wanted) {
        return As.one(
                transactions,
                Acme.BAKERY,
                subject.settle(Acme.BAKERY.tenant(), new Claim(lease, day, limit, leased, used, wanted)));
    }

    private long used() {
        return As.one(transactions, Acme.BAKERY, subject.used(Acme.BAKERY.tenant(), day));
    }

    private static LocalDate someDay() {
        return LocalDate.of(2100, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(1_000_000));
    }
}
