package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What happens when the API fails, and how a request is asked again. */
class StripeFailureTest extends StripeTest {
    @Test
    void the_whole_api_can_be_out_of_order() throws Exception {
        sandbox.control("outage", "mode=down");
        assertThat(refused(() -> customer(RequestOptions.getDefault())).getStatusCode())
                .isEqualTo(503);
        sandbox.control("outage", "mode=limited&requests=1");
        assertThat(refused(() -> customer(RequestOptions.getDefault()))).isInstanceOf(RateLimitException.class);
        customer(RequestOptions.getDefault());
    }

    @Test
    void a_lost_answer_is_had_by_asking_again_with_the_same_key() throws Exception {
        RequestOptions key =
                RequestOptions.builder().setIdempotencyKey("lost-1").build();
        // Java's own client sends a request again by itself, once, when the connection ends before the answer.
        sandbox.control("outage", "mode=lost&requests=2");
        assertThat(refused(() -> customer(key))).isInstanceOf(ApiConnectionException.class);

        Customer again = customer(key);

        assertThat(stripe.customers().list().getData())
                .extracting(Customer::getId)
                .containsExactly(again.getId());
    }

    @Test
    void the_same_key_gives_the_same_answer_for_a_day() throws Exception {
        HttpResponse<String> first = sandbox.post("/v1/customers", "name=Ada", "Idempotency-Key", "k1");
        HttpResponse<String> again = sandbox.post("/v1/customers", "name=Ada", "Idempotency-Key", "k1");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");

        HttpResponse<String> other = sandbox.post("/v1/customers", "name=Bob", "Idempotency-Key", "k1");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("idempotency_error");

        // The clock of the sandbox goes on meanwhile: the very second is tested where it stands still.
        sandbox.control("clock", "advance=82800");
        assertThat(sandbox.post("/v1/customers", "name=Ada", "Idempotency-Key", "k1")
                        .body())
                .isEqualTo(first.body());
        sandbox.control("clock", "advance=3601");
        assertThat(sandbox.post("/v1/customers", "name=Bob", "Idempotency-Key", "k1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_declined_card_is_declined_again_without_a_second_try() throws Exception {
        String form = "amount=500&currency=eur&confirm=true&payment_method=pm_card_chargeDeclined";
        HttpResponse<String> first = sandbox.post("/v1/payment_intents", form, "Idempotency-Key", "k2");
        HttpResponse<String> again = sandbox.post("/v1/payment_intents", form, "Idempotency-Key", "k2");

        assertThat(again.statusCode()).isEqualTo(402);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(stripe.paymentIntents().list().getData()).hasSize(1);
    }

    @Test
    void a_key_of_another_account_is_another_key() throws Exception {
        String account = stripe.accounts().create().getId();
        String ours = sandbox.post("/v1/customers", "name=Ada", "Idempotency-Key", "k1")
                .body();
        String theirs = sandbox.post("/v1/customers", "name=Ada", "Idempotency-Key", "k1", "Stripe-Account", account)
                .body();
        assertThat(theirs).isNotEqualTo(ours);
    }

    private Customer customer(RequestOptions options) throws StripeException {
        return stripe.customers()
                .create(CustomerCreateParams.builder().setName("Ada").build(), options);
    }
}
