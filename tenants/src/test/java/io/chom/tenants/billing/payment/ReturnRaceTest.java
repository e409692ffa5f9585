package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.BACK;
import static io.chom.tenants.billing.payment.PaymentHouse.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.net.Webhook;
import io.chom.tenants.billing.Invoice.Status;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantsTest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Somebody was on a page of the provider's: the browser comes back, the provider tells, and workers look, each never, once or
 * twice, in any order or at the same moment; what counts afterwards is one and the same. Fast here, 500 times by
 * {@code -Dchom.races=500}.
 */
@TenantsTest
class ReturnRaceTest extends PaymentGround {

    private static final int RACES = Integer.getInteger("chom.races", 24);
    private static final List<String> CARDS = List.of(Sandbox.VISA, "5555555555554444");

    @Test
    void law_however_it_is_learnt_a_page_counts_once() throws Exception {
        for (int race = 0; race < RACES; race++) {
            var random = new Random(race);
            switch (race % 3) {
                case 0 -> invoicePage(random, "payment, race " + race);
                case 1 -> cardPage(random, "card, race " + race);
                default -> portal(random, "portal, race " + race);
            }
        }
    }

    private void invoicePage(Random random, String race) throws Exception {
        var owed = house.owe(payer, platform, 1).getFirst();
        var back = sandbox.fill(as(payer, house.service.pay(owed.id(), BACK)), Sandbox.VISA);
        var session = PaymentHouse.visit(back);

        race(random, house.service.returned(session), "checkout.session.completed", session);

        assertThat(house.standing(payer, owed.id()).status()).as(race).isEqualTo(Status.PAID);
        assertThat(sandbox.taken(null, owed.number())).as(race).hasSize(1);
    }

    private void cardPage(Random random, String race) throws Exception {
        var card = CARDS.get(random.nextInt(2));
        var session = PaymentHouse.visit(sandbox.fill(as(payer, house.service.changeCard(BACK)), card));

        race(random, house.service.returned(session), "checkout.session.completed", session);

        assertThat(digits()).as(race).isEqualTo(card.substring(12));
    }

    private void portal(Random random, String race) throws Exception {
        var card = CARDS.get(random.nextInt(2));
        sandbox.prefer(as(payer, house.portal.open(BACK)), card);

        race(random, house.portal.returned(), "customer.updated", customer());

        assertThat(digits()).as(race).isEqualTo(card.substring(12));
    }

    /** All that may happen, and then an hour in which everything that was missed is looked at. */
    private void race(Random random, Mono<Void> back, String type, String object) {
        var happenings = new ArrayList<Mono<Void>>();
        times(random, back.contextWrite(TenantContext.as(payer))).forEach(happenings::add);
        var event = "evt_race" + System.nanoTime();
        times(random, Mono.defer(() -> told(event, type, object))).forEach(happenings::add);
        times(random, Mono.defer(house.run::all)).forEach(happenings::add);
        Collections.shuffle(happenings, random);
        Flux.fromIterable(happenings)
                .flatMap(one -> one, random.nextBoolean() ? 1 : 6)
                .then()
                .block(Duration.ofSeconds(60));
        house.pass(Duration.ofHours(1));
        house.work();
    }

    private static Stream<Mono<Void>> times(Random random, Mono<Void> one) {
        return Stream.generate(() -> one).limit(random.nextInt(3));
    }

    private Mono<Void> told(String event, String type, String object) {
        var body = """
                {"id": "%s", "object": "event", "type": "%s", "livemode": false, "data": {"object": {"id": "%s"}}}
                """.formatted(event, type, object);
        try {
            return house.news.hear(
                    body.getBytes(UTF_8),
                    Webhook.Signature.generateSignatureHeader(
                            body, Sandbox.SIGNED_WITH, house.clock.instant().getEpochSecond()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String customer() throws StripeException {
        return sandbox.stripe().customers().list().getData().getFirst().getId();
    }

    private String digits() {
        return Objects.requireNonNull(as(payer, house.service.means()).card()).last4();
    }
}
