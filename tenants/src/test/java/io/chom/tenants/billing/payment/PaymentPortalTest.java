package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.BACK;
import static io.chom.tenants.billing.payment.PaymentHouse.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.Invoice.Status;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What payers do on the provider's own page counts here, whether they come back or not. */
@TenantsTest
class PaymentPortalTest extends PaymentGround {

    private static final String MASTERCARD = "5555555555554444";

    @Test
    void a_card_that_is_preferred_there_is_charged_from_the_moment_somebody_is_back() {
        house.leave(payer, Sandbox.VISA);
        assertThat(digits()).isEqualTo("4242");

        sandbox.prefer(as(payer, house.portal.open(BACK)), MASTERCARD);
        does(house.portal.returned());

        assertThat(digits()).isEqualTo("4444");
        var owed = house.owe(payer, platform, 1);
        house.work();
        assertThat(house.standing(payer, owed)).containsOnly(Status.PAID);
    }

    @Test
    void it_counts_though_nobody_comes_back_and_nobody_tells() {
        house.leave(payer, Sandbox.VISA);
        sandbox.prefer(as(payer, house.portal.open(BACK)), MASTERCARD);

        house.work();
        assertThat(digits()).isEqualTo("4242");
        house.pass(Duration.ofHours(1));
        house.work();

        assertThat(digits()).isEqualTo("4444");
    }

    @Test
    void a_card_that_is_theirs_no_more_is_charged_no_more() throws Exception {
        house.leave(payer, Sandbox.VISA);
        as(payer, house.portal.open(BACK));
        sandbox.detach(house.card(payer));

        does(house.portal.returned());

        assertThat(digits()).isNull();
    }

    @Test
    void a_card_that_is_left_here_afterwards_stays() {
        sandbox.prefer(as(payer, house.portal.open(BACK)), MASTERCARD);
        house.leave(payer, Sandbox.VISA);

        does(house.portal.returned());
        house.pass(Duration.ofHours(2));
        house.work();

        assertThat(digits()).isEqualTo("4242");
    }

    @Test
    void nothing_happens_to_who_comes_back_from_nowhere() {
        does(house.portal.returned());
        assertThat(digits()).isNull();
    }

    @Test
    void the_page_is_for_owners_and_administrators_and_says_when_it_cannot_be_opened() {
        var viewer = new Acting(
                payer.tenant(), payer.reseller(), new Actor(Actor.Kind.PERSON, "test|viewer", Set.of("viewer")));
        assertThatThrownBy(() -> as(viewer, house.portal.open(BACK))).hasMessageContaining("forbidden");

        sandbox.outage("down", 100);
        assertThatThrownBy(() -> as(payer, house.portal.open(BACK)))
                .hasMessageContaining("billing.payments-unreachable");
    }

    private void does(Mono<Void> work) {
        work.contextWrite(TenantContext.as(payer)).block(Duration.ofSeconds(30));
    }

    private @Nullable String digits() {
        var card = as(payer, house.service.means()).card();
        return card == null ? null : card.last4();
    }
}
