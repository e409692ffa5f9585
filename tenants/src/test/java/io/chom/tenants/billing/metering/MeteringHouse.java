package io.chom.tenants.billing.metering;

import com.stripe.exception.StripeException;
import com.stripe.param.CustomerCreateParams;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.payment.ProviderUnreachable;
import io.chom.tenants.billing.probe.UsageProbe;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.usage.Span;
import io.chom.tenants.usage.UsageQueries;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The part of the program that tells a sandbox what is used, on a clock of the test's own; several are several processes. */
final class MeteringHouse {

    final Sandbox sandbox;
    final MovableClock clock;
    final Fate fate;
    final Metering metering;
    private final ApplicationContext context;

    /** What becomes of a question and its answer. */
    interface Fate {

        /** True where the process ends after the provider has counted, before that is written down. */
        boolean diesAfter();
    }

    MeteringHouse(ApplicationContext context, Sandbox sandbox, MovableClock clock, Fate fate) {
        this.context = context;
        this.sandbox = sandbox;
        this.clock = clock;
        this.fate = fate;
        metering = new Metering(
                bean(SubscriptionService.class),
                bean(UsageQueries.class),
                bean(MeterReports.class),
                new Mortal(sandbox.meters(), fate),
                bean(TransactionalOperator.class),
                clock);
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The tenant as somebody whom the provider knows. */
    SyncedPayer payer(Acting customer) throws StripeException {
        var name = sandbox.stripe()
                .customers()
                .create(CustomerCreateParams.builder().build())
                .getId();
        return payer(customer, name);
    }

    /** The same under any name. */
    SyncedPayer payer(Acting customer, String name) {
        As.one(
                bean(TransactionalOperator.class),
                customer,
                bean(DatabaseClient.class)
                        .sql("""
                                insert into billing.payment_payer (tenant_id, issuer_id, reseller_id, customer)
                                values (:tenant, :reseller, :reseller, :customer)
                                """)
                        .bind("tenant", customer.tenant().value())
                        .bind("reseller", customer.reseller().value())
                        .bind("customer", name)
                        .then());
        return new SyncedPayer(customer.tenant(), customer.reseller(), customer.reseller(), null, name);
    }

    /** Tells what there is; whether all was answered. */
    boolean tell(SyncedPayer payer) {
        return Boolean.TRUE.equals(telling(payer).block(Duration.ofSeconds(60)));
    }

    Mono<Boolean> telling(SyncedPayer payer) {
        return metering.tell(payer).thenReturn(true).onErrorResume(ProviderUnreachable.class, e -> Mono.just(false));
    }

    /** What the provider counts of a meter. */
    BigDecimal counted(SyncedPayer payer, String meter, Span span) {
        return Objects.requireNonNull(sandbox.meters()
                .counted(payer.account(), payer.customer(), new MeterId(meter), span)
                .block(Duration.ofSeconds(30)));
    }

    /** Has the provider count something that nobody here knows of. */
    void counts(SyncedPayer payer, MeterId meter, long quantity) {
        var event = new MeterProvider.MeterEvent(
                payer.account(),
                payer.customer(),
                meter,
                quantity,
                clock.instant(),
                "a stranger's " + UUID.randomUUID());
        sandbox.meters().count(event).block(Duration.ofSeconds(30));
    }

    /** The operator's probe of a tenant, or of all, which asks this sandbox. */
    UsageProbe probe(@Nullable String slug) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        ((ConfigurableEnvironment) context.getEnvironment())
                .getPropertySources().stream()
                        .filter(one -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(one))
                        .forEach(sources::addLast);
        sources.addFirst(new MapPropertySource("sandbox", sandbox.settings()));
        ConfigurationPropertySources.attach(environment);
        return UsageProbe.of(environment, slug);
    }

    /** Time passes, here and there. */
    void pass(Duration time) {
        clock.move(time);
        sandbox.advance(time);
    }

    /** Why the provider did not count something, of those that there are. */
    @Nullable
    String reason(Acting customer) {
        return As.one(
                bean(TransactionalOperator.class),
                customer,
                bean(DatabaseClient.class)
                        .sql("select max(reason) as reason from billing.meter_report where tenant_id = :tenant")
                        .bind("tenant", customer.tenant().value())
                        .mapValue(String.class)
                        .one());
    }

    /** Ends the process where fate says so. */
    private record Mortal(MeterProvider provider, Fate fate) implements MeterProvider {

        @Override
        public Mono<Optional<String>> count(MeterEvent event) {
            return provider.count(event)
                    .flatMap(answer -> fate.diesAfter()
                            ? Mono.error(new ProviderUnreachable(new IllegalStateException("the process ended")))
                            : Mono.just(answer));
        }

        @Override
        public Mono<BigDecimal> counted(@Nullable String account, String customer, MeterId meter, Span span) {
            return provider.counted(account, customer, meter, span);
        }
    }
}
