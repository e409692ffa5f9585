package io.chom.tenants.billing.stripe;

import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import io.chom.tenants.billing.payment.PaymentId;
import io.chom.tenants.platform.TenantId;
import java.net.URI;
import reactor.core.publisher.Mono;

/** The accounts of brand owners, connected to the installation's own. */
final class StripeAccounts {

    private final StripeCalls calls;

    StripeAccounts(StripeCalls calls) {
        this.calls = calls;
    }

    Mono<String> open(TenantId owner) {
        var params = AccountCreateParams.builder()
                .setType(AccountCreateParams.Type.STANDARD)
                .putMetadata("tenant", owner.toString())
                .build();
        return calls.change(
                null,
                "account-" + owner,
                (stripe, options) -> stripe.accounts().create(params, options).getId(),
                error -> null);
    }

    Mono<URI> page(PaymentId id, String account, URI back) {
        var params = AccountLinkCreateParams.builder()
                .setAccount(account)
                .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                .setReturnUrl(back.toString())
                .setRefreshUrl(back.toString())
                .build();
        return calls.change(
                null,
                "link-" + id,
                (stripe, options) ->
                        URI.create(stripe.accountLinks().create(params, options).getUrl()),
                error -> null);
    }

    Mono<Boolean> canCharge(String account) {
        return calls.read(
                null,
                (stripe, options) ->
                        stripe.accounts().retrieve(account, options).getChargesEnabled());
    }
}
