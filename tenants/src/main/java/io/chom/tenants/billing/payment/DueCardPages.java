package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Finds across all payers which pages for cards are to be looked at. */
@Repository
class DueCardPages {

    private static final Purpose CARDS = Purpose.routine("cards");

    private static final String TAKE = """
            update billing.payment_card_page set check_at = :until
             where id in (select id from billing.payment_card_page
                           where check_at <= :now order by check_at limit :most for update skip locked)
            returning %s
            """.formatted(CardVisits.COLUMNS);

    private final CrossTenant crossTenant;

    DueCardPages(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Takes visits whose outcome is to be asked for; nobody else gets them before the lease is over. */
    Flux<CardVisit> take(int most, Instant now, Duration lease) {
        return crossTenant.take(CARDS, TAKE, most, now, lease, CardVisits::visit);
    }
}
