package io.chom.tenants.usage;

import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A customer of each test's own, whose key sends usage and reads it. */
abstract class UsageGround {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    UsageIngest ingest;

    @Autowired
    UsageQueries usage;

    @Autowired
    TenantService tenants;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    UsageBook book;
    Acting customer;

    @BeforeEach
    final void findCustomer() {
        book = new UsageBook(database, transactions);
        customer = key(NewCustomers.of(Acme.RESELLER, tenants), "usage:write", "usage:read");
    }

    final <T> T as(Mono<T> work) {
        return UsageBook.as(customer, work);
    }

    final void awaitEvents(long count) {
        await().atMost(PATIENCE).until(() -> book.events(customer) >= count);
    }

    static Acting key(Acting acting, String... rights) {
        return new Acting(acting.tenant(), acting.reseller(), new Actor(Actor.Kind.KEY, "test key", Set.of(rights)));
    }
}
