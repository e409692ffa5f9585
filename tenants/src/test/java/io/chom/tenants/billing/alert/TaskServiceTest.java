package io.chom.tenants.billing.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@TenantsTest
class TaskServiceTest extends AlertGround {

    @Autowired
    TaskService tasks;

    @Test
    void what_a_customer_has_used_up_is_one_task_of_its_reseller_however_many_make_it() {
        usedUp(List.of(80, 90, 100, 120));

        for (int night = 0; night < 3; night++) {
            Flux.just(reports(clock), reports(clock)).flatMap(ReportRun::tasks).blockLast(Duration.ofSeconds(30));
        }

        assertThat(mine()).singleElement().satisfies(one -> {
            assertThat(one.meter()).isEqualTo(BANDWIDTH);
            assertThat(one.used()).isEqualByComparingTo("105");
            assertThat(one.included()).isEqualByComparingTo("100");
            assertThat(one.isDone()).isFalse();
        });
        assertThat(as(Nimbus.RESELLER, tasks.current(200)))
                .noneMatch(one -> one.customer().equals(name()));
    }

    @Test
    void what_is_near_is_no_task() {
        usedUp(List.of(80, 90));
        reports(clock).tasks().block(Duration.ofSeconds(30));
        assertThat(mine()).isEmpty();
    }

    @Test
    void what_is_done_can_be_undone_by_those_whose_task_it_is() {
        usedUp(List.of(100));
        reports(clock).tasks().block(Duration.ofSeconds(30));
        TaskId task = mine().getFirst().id();

        does(Acme.RESELLER, tasks.finish(task));
        assertThat(mine()).extracting(Task::isDone).containsExactly(true);
        does(Acme.RESELLER, tasks.reopen(task));
        assertThat(mine()).extracting(Task::isDone).containsExactly(false);

        assertThatThrownBy(() -> does(Nimbus.RESELLER, tasks.finish(task))).hasMessageStartingWith("not-found: ");
        assertThatThrownBy(() -> does(Acme.RESELLER, tasks.finish(new TaskId(Uuids.next()))))
                .hasMessageStartingWith("not-found: ");
        assertThatThrownBy(() -> does(customer, tasks.finish(task))).hasMessageStartingWith("forbidden: ");
        assertThatThrownBy(() -> as(customer, tasks.current(1))).hasMessageStartingWith("forbidden: ");
        assertThat(mine()).extracting(Task::isDone).containsExactly(false);
    }

    private void usedUp(List<Integer> reached) {
        var alert = new UsageAlert(
                BANDWIDTH,
                Allowance.Per.MONTH,
                LocalDate.of(2026, 11, 1),
                reached.getLast(),
                new BigDecimal("105"),
                new BigDecimal("100"),
                clock.instant());
        As.one(transactions, customer, bean(AlertBook.class).record(customer, SubscriptionId.next(), alert, reached));
    }

    private String name() {
        return as(customer, tenants.current()).name();
    }

    /** Those about the customer of this test, of whom no other test knows. */
    private List<Task> mine() {
        var name = name();
        return as(Acme.RESELLER, tasks.current(200)).stream()
                .filter(one -> one.customer().equals(name))
                .toList();
    }
}
