package io.chom.tenants.billing.trial;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.trial.DueTrials.Due;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailTexts;
import io.chom.tenants.platform.mail.MailValue;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Tells everybody who is due, each once, whoever else does the same at the same time. */
@Service
class TrialRun {

    private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);
    private static final int AT_ONCE = 4;

    private final DueTrials due;
    private final SubscriptionService subscriptions;
    private final HouseMails mails;
    private final MailTexts texts;
    private final TrialProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    TrialRun(
            DueTrials due,
            SubscriptionService subscriptions,
            HouseMails mails,
            MailTexts texts,
            TrialProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.due = due;
        this.subscriptions = subscriptions;
        this.mails = mails;
        this.texts = texts;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One look at all of them. What goes wrong with one keeps nobody else waiting; the next look tries again. */
    Mono<Void> tell() {
        return Mono.defer(() -> due.find(clock.instant(), properties).collectList())
                .flatMapIterable(all -> all)
                .flatMap(
                        one -> told(one).onErrorResume(failed -> {
                            LOG.warn(
                                    "{} is told of its trial later: {}",
                                    one.customer().tenant(),
                                    failed.toString());
                            return Mono.empty();
                        }),
                        AT_ONCE)
                .then();
    }

    private Mono<Void> told(Due one) {
        return due.record(one)
                .filter(isNew -> isNew)
                .flatMap(isNew -> subscriptions.current())
                .flatMap(bought -> mails.write(one.customer().tenant(), house -> mail(one, bought, house)))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(one.customer()));
    }

    private TrialMail mail(Due one, Bought bought, String house) {
        var paid = Objects.requireNonNull(bought.subscription().trialUntil());
        var sold = bought.sold();
        var price = MailValue.in(language -> texts.tokened(
                language, "price." + bought.term().word(), new MailFigures(language).money(sold.price(bought.term()))));
        return new TrialMail(one.notice(), sold.name(), price, paid, house);
    }
}
