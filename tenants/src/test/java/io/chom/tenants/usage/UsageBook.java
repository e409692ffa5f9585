package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Looks into the tables of usage by itself, without the code under test. */
record UsageBook(DatabaseClient database, TransactionalOperator transactions) {

    static final String DAYS = "select meter, bucket::text as bucket, total, peak, events from usage.daily";
    static final String HOURS = "select meter, bucket::text as bucket, total, peak, events from usage.hourly";
    static final String DAYS_OF_EVENTS = """
            select meter, (time at time zone 'UTC')::date::text as bucket, sum(quantity) as total,
                   max(quantity) as peak, count(*) as events
            from usage.event group by 1, 2
            """;
    static final String HOURS_OF_EVENTS = """
            select meter, date_trunc('hour', time, 'UTC')::text as bucket, sum(quantity) as total,
                   max(quantity) as peak, count(*) as events
            from usage.event group by 1, 2
            """;

    long events(Acting acting) {
        return rows(acting, "select count(*) as events from usage.event").stream()
                .mapToLong(row -> (Long) Objects.requireNonNull(row.get("events")))
                .sum();
    }

    void rollupsEqualEvents(Acting acting) {
        assertThat(rows(acting, DAYS)).containsExactlyInAnyOrderElementsOf(rows(acting, DAYS_OF_EVENTS));
        assertThat(rows(acting, HOURS)).containsExactlyInAnyOrderElementsOf(rows(acting, HOURS_OF_EVENTS));
    }

    List<Map<String, Object>> rows(Acting acting, String sql) {
        return as(acting, database.sql(sql).fetch().all().collectList().as(transactions::transactional));
    }

    static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(60)));
    }
}
