package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.as;
import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Account;
import com.stripe.model.AccountLink;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Transfer;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.service.V1Services;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that are connected to the platform. */
class StripeConnectTest {

    @TempDir
    private Path data;

    private StripeSandbox sandbox;
    private V1Services stripe;
    private Account reseller;

    @BeforeEach
    void start() throws Exception {
        sandbox = StripeSandbox.start(data);
        stripe = sandbox.v1();
        reseller = stripe.accounts()
                .create(AccountCreateParams.builder()
                        .setType(AccountCreateParams.Type.EXPRESS)
                        .setCountry("DE")
                        .setCapabilities(AccountCreateParams.Capabilities.builder()
                                .setTransfers(AccountCreateParams.Capabilities.Transfers.builder()
                                        .setRequested(true)
                                        .build())
                                .build())
                        .build());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void what_belongs_to_an_account_is_seen_by_nobody_else() throws Exception {
        Customer theirs = stripe.customers()
                .create(CustomerCreateParams.builder().setName("Ada").build(), as(reseller.getId()));
        stripe.customers().create();

        assertThat(refused(() -> stripe.customers().retrieve(theirs.getId())).getCode())
                .isEqualTo("resource_missing");
        assertThat(stripe.customers()
                        .list(CustomerListParams.builder().build(), as(reseller.getId()))
                        .getData())
                .extracting(Customer::getId)
                .containsExactly(theirs.getId());
    }

    @Test
    void an_account_is_ready_when_its_owner_has_told_everything() throws Exception {
        assertThat(reseller.getChargesEnabled()).isFalse();
        assertThat(reseller.getCapabilities().getTransfers()).isEqualTo("inactive");
        AccountLink link = stripe.accountLinks()
                .create(AccountLinkCreateParams.builder()
                        .setAccount(reseller.getId())
                        .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                        .setReturnUrl("http://acme.localhost/done")
                        .setRefreshUrl("http://acme.localhost/again")
                        .build());
        assertThat(Http.get(link.getUrl()).body()).contains("http://acme.localhost/done");
        HttpResponse<String> done = Http.send(HttpRequest.newBuilder(URI.create(link.getUrl()))
                .POST(HttpRequest.BodyPublishers.ofString("return_url=http%3A%2F%2Facme.localhost%2Fdone")));
        assertThat(done.headers().firstValue("Location")).hasValue("http://acme.localhost/done");

        Account ready = stripe.accounts().retrieve(reseller.getId());

        assertThat(ready.getChargesEnabled()).isTrue();
        assertThat(ready.getCapabilities().getTransfers()).isEqualTo("active");
        assertThat(stripe.accounts().list().getData())
                .extracting(Account::getId)
                .containsOnlyOnce(reseller.getId());
    }

    @Test
    void a_share_is_transferred_and_taken_back() throws Exception {
        Transfer transfer = stripe.transfers()
                .create(TransferCreateParams.builder()
                        .setAmount(700L)
                        .setCurrency("eur")
                        .setDestination(reseller.getId())
                        .setTransferGroup("2026-11")
                        .build());
        assertThat(transfer.getId()).startsWith("tr_");
        stripe.transfers().reversals().create(transfer.getId());
        assertThat(stripe.transfers().retrieve(transfer.getId()).getReversed()).isTrue();
        assertThat(refused(() -> stripe.transfers()
                                .create(TransferCreateParams.builder()
                                        .setAmount(700L)
                                        .setCurrency("eur")
                                        .setDestination("acct_nobody")
                                        .build()))
                        .getStripeError()
                        .getParam())
                .isEqualTo("destination");
    }

    @Test
    void a_direct_charge_keeps_the_platforms_fee() throws Exception {
        PaymentIntent paid = stripe.paymentIntents()
                .create(
                        PaymentIntentCreateParams.builder()
                                .setAmount(5000L)
                                .setCurrency("eur")
                                .setApplicationFeeAmount(500L)
                                .setPaymentMethod("pm_card_visa")
                                .setConfirm(true)
                                .build(),
                        as(reseller.getId()));
        assertThat(stripe.charges()
                        .retrieve(paid.getLatestCharge(), as(reseller.getId()))
                        .getApplicationFeeAmount())
                .isEqualTo(500);
    }
}
