package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.TenantId;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Takes payments. Every question that changes something carries a key made from our own ids: the provider answers the same
 * question with the same key alike, so that it can be asked again when an answer was lost. All fail with
 * {@link ProviderUnreachable} where it is not known what became of a question.
 */
public interface PaymentProvider {

    /**
     * How long a question may be asked again with its key. The provider forgets keys after a day; an hour is left for clocks
     * that differ and for questions under way.
     */
    Duration MEMORY = Duration.ofHours(23);

    /** How long a page can be paid on. */
    Duration PAGE_LIFE = Duration.ofHours(1);

    /** The parameter of the address to which a browser returns; it has the name of the visit. */
    String VISIT = "visit";

    /** Whether there is a provider; nothing else may be asked where there is none. */
    boolean isOn();

    /** The payer as the payee's account knows them; made where there is none. */
    Mono<String> customer(Payee payee, TenantId payer);

    /** Takes the money from the card, with nobody there to confirm. */
    Mono<Outcome> charge(Charge charge);

    /** What became of a charge that is too old to be asked for again; empty if the provider never heard of it. */
    Mono<Outcome> find(Charge charge);

    /** What became of a payment that the provider has a name for. */
    Mono<Outcome> intent(Charge charge, String intent);

    /**
     * Opens a page on which the payer pays exactly this within {@link #PAGE_LIFE}.
     *
     * @param back where the browser goes afterwards; the name of the visit is added as {@link #VISIT}
     */
    Mono<HostedPage> openPage(Charge charge, URI back);

    /** What became of a visit to such a page. */
    Mono<Outcome> page(Charge charge, String session);

    /** Closes such a page; what became of the visit. One that is not open any more stays as it is. */
    Mono<Outcome> closePage(Charge charge, String session);

    /** Has money go back to where it came from. */
    Mono<RefundOutcome> giveBack(RefundOrder order);

    /** What became of a refund that is too old to be asked for again; empty if the provider never heard of it. */
    Mono<RefundOutcome> find(RefundOrder order);

    /** What became of a refund that the provider has a name for. */
    Mono<RefundOutcome> refund(Payee payee, String name);

    /**
     * Opens a page on which the payer leaves a card.
     *
     * @param id its identity here
     * @param back as for {@link #openPage}
     */
    Mono<HostedPage> openCardPage(PaymentId id, Payee payee, String customer, URI back);

    /** What became of a visit to such a page. */
    Mono<CardPage> cardPage(Payee payee, String session);

    /** Makes an account for a brand owner, connected to the installation's own; yields the provider's name for it. */
    Mono<String> openAccount(TenantId owner);

    /**
     * Opens a page on which a brand owner tells all that the provider wants to know.
     *
     * @param id of the question
     * @param back where the browser goes afterwards
     */
    Mono<URI> accountPage(PaymentId id, String account, URI back);

    /** Whether customers can pay into the account at this moment. */
    Mono<Boolean> canCharge(String account);

    /**
     * What the provider tells by itself.
     *
     * @param body as it was sent, byte for byte
     * @param signature as it was sent besides
     * @throws io.chom.tenants.platform.Refused with {@code bad-signature} if it is not from the provider, or not from this
     *     moment; with {@code bad-event} if it is not meant for this installation
     */
    ProviderEvent event(byte[] body, String signature);
}
