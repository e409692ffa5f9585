package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Price;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceRetrieveParams;
import com.stripe.param.ProductCreateParams;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How the sandbox speaks, whatever it is about. */
class StripeProtocolTest extends StripeTest {
    @Test
    void an_object_is_made_read_changed_and_deleted() throws Exception {
        Customer made = customer(email());
        assertThat(made.getId()).startsWith("cus_");
        assertThat(made.getLivemode()).isFalse();

        Customer changed = stripe.customers()
                .update(
                        made.getId(),
                        CustomerUpdateParams.builder()
                                .setName("Ada")
                                .putMetadata("tenant", "acme")
                                .putMetadata("plan", "")
                                .build());
        assertThat(changed.getName()).isEqualTo("Ada");
        assertThat(changed.getEmail()).isEqualTo(made.getEmail());
        assertThat(changed.getMetadata()).containsOnlyKeys("tenant", "7").containsEntry("tenant", "acme");

        assertThat(stripe.customers().delete(made.getId()).getDeleted()).isTrue();
        assertThat(stripe.customers().retrieve(made.getId()).getDeleted()).isTrue();
        assertThat(stripe.customers()
                        .list(CustomerListParams.builder()
                                .setEmail(made.getEmail())
                                .build())
                        .getData())
                .isEmpty();
    }

    @Test
    void a_list_comes_in_pages_the_latest_first() throws Exception {
        List<String> ids = new ArrayList<>();
        String email = email();
        for (int i = 0; i < 7; i++) {
            ids.addFirst(customer(email).getId());
        }
        StripeCollection<Customer> first =
                stripe.customers().list(page(email, 3).build());
        assertThat(first.getData()).extracting(Customer::getId).isEqualTo(ids.subList(0, 3));
        assertThat(first.getHasMore()).isTrue();

        StripeCollection<Customer> last = stripe.customers()
                .list(page(email, 3).setStartingAfter(ids.get(3)).build());
        assertThat(last.getData()).extracting(Customer::getId).isEqualTo(ids.subList(4, 7));
        assertThat(last.getHasMore()).isFalse();

        StripeCollection<Customer> back = stripe.customers()
                .list(page(email, 2).setEndingBefore(ids.get(3)).build());
        assertThat(back.getData()).extracting(Customer::getId).isEqualTo(ids.subList(1, 3));
        assertThat(back.getHasMore()).isTrue();

        List<String> walked = new ArrayList<>();
        first.autoPagingIterable().forEach(customer -> walked.add(customer.getId()));
        assertThat(walked).isEqualTo(ids);
    }

    @Test
    void an_id_becomes_the_object_when_asked_for() throws Exception {
        Price price = stripe.prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("eur")
                        .setUnitAmount(900L)
                        .setProduct(stripe.products()
                                .create(ProductCreateParams.builder()
                                        .setName("Starter")
                                        .build())
                                .getId())
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .build())
                        .build());
        assertThat(price.getProductObject()).isNull();
        assertThat(price.getType()).isEqualTo("recurring");
        assertThat(price.getUnitAmountDecimal()).isEqualByComparingTo("900");

        Price whole = stripe.prices()
                .retrieve(
                        price.getId(),
                        PriceRetrieveParams.builder().addExpand("product").build());
        assertThat(whole.getProductObject().getName()).isEqualTo("Starter");

        StripeException refused = refused(() -> stripe.prices()
                .retrieve(
                        price.getId(),
                        PriceRetrieveParams.builder().addExpand("moons").build()));
        assertThat(refused.getMessage()).contains("cannot be expanded (moons)");
    }

    @Test
    void what_stripe_refuses_is_refused_in_its_words() {
        assertError(
                refused(() -> stripe.customers()
                        .create(CustomerCreateParams.builder()
                                .putExtraParam("emial", "ada@customer.example")
                                .build())),
                400,
                "parameter_unknown",
                "emial",
                "Received unknown parameter: emial");
        assertError(
                refused(() -> stripe.prices()
                        .create(PriceCreateParams.builder()
                                .setCurrency("eur")
                                .setRecurring(PriceCreateParams.Recurring.builder()
                                        .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                        .putExtraParam("often", "very")
                                        .build())
                                .build())),
                400,
                "parameter_unknown",
                "recurring[often]",
                "Received unknown parameter: recurring[often]");
        assertError(
                refused(() -> stripe.prices()
                        .create(PriceCreateParams.builder().setUnitAmount(1L).build())),
                400,
                "parameter_missing",
                "currency",
                "Missing required param: currency.");
        assertError(
                refused(() -> stripe.customers().retrieve("cus_nobody")),
                404,
                "resource_missing",
                "id",
                "No such customer: 'cus_nobody'");
        assertError(
                refused(() -> stripe.customers()
                        .create(CustomerCreateParams.builder()
                                .putExtraParam("balance", "much")
                                .build())),
                400,
                "parameter_invalid_integer",
                "balance",
                "Invalid integer: much");
    }

    @Test
    void a_wrong_key_or_account_is_refused() {
        assertThat(refused(() -> stripe.customers()
                        .list(
                                CustomerListParams.builder().build(),
                                RequestOptions.builder().setApiKey("nonsense").build())))
                .isInstanceOf(AuthenticationException.class);
        assertThat(refused(() -> stripe.customers()
                                .list(CustomerListParams.builder().build(), StripeSandbox.as("acct_nobody")))
                        .getStatusCode())
                .isEqualTo(403);
    }

    private static void assertError(StripeException error, int status, String code, String param, String message) {
        assertThat(List.of(error.getStripeError()))
                .extracting("type", "code", "param", "message")
                .containsExactly(tuple("invalid_request_error", code, param, message));
        assertThat(error.getStatusCode()).isEqualTo(status);
    }

    private static CustomerListParams.Builder page(String email, long limit) {
        return CustomerListParams.builder().setEmail(email).setLimit(limit);
    }

    /** One that nobody else has. */
    private static String email() {
        return UUID.randomUUID() + "@customer.example";
    }

    private Customer customer(String email) throws StripeException {
        return stripe.customers()
                .create(CustomerCreateParams.builder()
                        .setEmail(email)
                        .putMetadata("plan", "starter")
                        .putMetadata("7", "seven")
                        .build());
    }
}
