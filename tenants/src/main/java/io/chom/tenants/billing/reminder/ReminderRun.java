package io.chom.tenants.billing.reminder;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Prepaid;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRules;
import io.chom.tenants.billing.reminder.DueReminders.Due;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Reminds everybody who is to be, each once, whoever else does the same at the same time. */
@Service
@EnableConfigurationProperties(ReminderProperties.class)
class ReminderRun {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderRun.class);
    private static final int AT_ONCE = 4;

    private final DueReminders due;
    private final SubscriptionService subscriptions;
    private final TaxRules rules;
    private final HouseMails mails;
    private final ReminderProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    ReminderRun(
            DueReminders due,
            SubscriptionService subscriptions,
            TaxRules rules,
            HouseMails mails,
            ReminderProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.due = due;
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.mails = mails;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One look at all of them. What goes wrong with one keeps nobody else waiting; the next look tries again. */
    Mono<Void> remind() {
        return Mono.defer(() -> due.find(clock.instant(), properties).collectList())
                .flatMapIterable(all -> all)
                .flatMap(
                        one -> reminded(one).onErrorResume(failed -> {
                            LOG.warn("{} is reminded later: {}", one.customer().tenant(), failed.toString());
                            return Mono.empty();
                        }),
                        AT_ONCE)
                .then();
    }

    private Mono<Void> reminded(Due one) {
        return subscriptions
                .current()
                .zipWith(rules.current(), (bought, rule) -> letter(one, bought, rule))
                .flatMap(Mono::justOrEmpty)
                .flatMap(letter -> due.record(one, clock.instant())
                        .filter(isNew -> isNew)
                        .flatMap(isNew -> mails.write(one.customer().tenant(), letter::of)))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(one.customer()));
    }

    /** A mail to an organisation of any name. */
    private interface Letter {

        ReminderMail of(String house);
    }

    /** Empty where nothing will be charged after all. */
    private static Optional<Letter> letter(Due one, Bought bought, Optional<TaxRule> rule) {
        return switch (one.reminder()) {
            case RENEWAL -> Prepaid.begun(bought, one.on()).map(year -> letter(one, year.plan(), year.total(rule)));
            case RESUMPTION -> Optional.of(bought.plan(one.on())).map(plan -> letter(one, plan, plan.price()));
        };
    }

    private static Letter letter(Due one, Plan plan, Money price) {
        return house -> new ReminderMail(one.reminder(), plan.name(), price, one.on(), house);
    }
}
