package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.usage.UsageRights;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a customer was told about its usage. Whoever sees the usage may see it. */
@Service
public class AlertService {

    /** Tells that there is something new to see for a tenant, which is the body. */
    static final String CHANNEL = "usage_alert";

    private static final int LARGEST = 500;

    private final AlertBook book;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final AlertProperties properties;

    AlertService(AlertBook book, TransactionalOperator transactions, Broadcast broadcast, AlertProperties properties) {
        this.book = book;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.properties = properties;
    }

    /** At which parts there are alerts; anybody may know. */
    public Thresholds thresholds() {
        return new Thresholds(properties.thresholds(), properties.budgetThresholds());
    }

    /**
     * The alerts of this and earlier periods, the newest first; needs {@code usage:read}.
     *
     * @param most 1–500
     */
    public Mono<List<Alert>> latest(int most) {
        return UsageRights.reader()
                .flatMapMany(acting -> book.latest(acting.tenant(), Math.clamp(most, 1, LARGEST)))
                .collectList()
                .as(transactions::transactional);
    }

    /** Something, whenever there is another alert, or the budget is another. Never ends. */
    public Flux<?> changes() {
        return TenantContext.require().flatMapMany(acting -> broadcast.listen(CHANNEL, acting.tenant()));
    }
}
