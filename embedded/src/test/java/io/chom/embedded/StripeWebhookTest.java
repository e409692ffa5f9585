package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.WebhookEndpoint;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import com.stripe.service.V1Services;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events and how they are delivered. */
class StripeWebhookTest {

    @TempDir
    private Path data;

    private StripeSandbox sandbox;
    private V1Services stripe;
    private Listener listener;

    @BeforeEach
    void start() throws Exception {
        sandbox = StripeSandbox.start(data);
        stripe = sandbox.v1();
        listener = new Listener();
    }

    @AfterEach
    void stop() {
        listener.close();
        sandbox.close();
    }

    @Test
    void a_change_is_an_event_with_what_was_before() throws Exception {
        Customer ada = customer("Ada");
        stripe.customers()
                .update(
                        ada.getId(),
                        CustomerUpdateParams.builder().setName("Ada L.").build());

        Event updated = stripe.events()
                .list(EventListParams.builder().setType("customer.updated").build())
                .getData()
                .getFirst();

        assertThat(updated.getData().getPreviousAttributes()).containsEntry("name", "Ada");
        assertThat(updated.getRequest().getId()).startsWith("req_");
        Event again = stripe.events().retrieve(updated.getId());
        assertThat(again.getDataObjectDeserializer().getObject())
                .hasValueSatisfying(
                        object -> assertThat(((Customer) object).getName()).isEqualTo("Ada L."));
    }

    @Test
    void an_event_is_delivered_with_a_signature_that_stripes_library_takes() throws Exception {
        listen(false, EnabledEvent.CUSTOMER__CREATED);
        Customer ada = customer("Ada");
        stripe.customers().delete(ada.getId());
        Customer bob = customer("Bob");

        assertThat(listener.next(2))
                .extracting(event -> ((Customer)
                                event.getDataObjectDeserializer().getObject().orElseThrow())
                        .getId())
                .containsExactly(ada.getId(), bob.getId());
    }

    @Test
    void a_delivery_comes_again_until_it_is_taken() throws Exception {
        listen(false, EnabledEvent.ALL);
        listener.fail(2);
        customer("Ada");

        assertThat(listener.next(1).getFirst().getType()).isEqualTo("customer.created");
        assertThat(sandbox.get("/sandbox/deliveries").body()).contains("\"status\":500");
    }

    @Test
    void deliveries_are_held_back_reversed_and_doubled() throws Exception {
        listen(false, EnabledEvent.ALL);
        sandbox.control("deliveries", "mode=held");
        customer("first");
        customer("second");
        assertThat(sandbox.control("deliveries", "mode=held").get("held").asInt())
                .isEqualTo(2);
        sandbox.control("deliveries", "mode=reversed");
        assertThat(listener.next(2)).extracting(StripeWebhookTest::name).containsExactly("second", "first");

        sandbox.control("deliveries", "mode=doubled");
        customer("third");
        assertThat(listener.next(2)).extracting(StripeWebhookTest::name).containsExactly("third", "third");
    }

    @Test
    void an_endpoint_hears_its_own_account_or_all_connected_ones() throws Exception {
        String account = stripe.accounts().create().getId();
        listen(true, EnabledEvent.CUSTOMER__CREATED);
        customer("of the platform");
        stripe.customers()
                .create(CustomerCreateParams.builder().setName("of the account").build(), StripeSandbox.as(account));

        Event event = listener.next(1).getFirst();

        assertThat(name(event)).isEqualTo("of the account");
        assertThat(event.getAccount()).isEqualTo(account);
    }

    @Test
    void the_program_hears_what_happens_in_every_account_from_the_start_and_after_a_restart() throws Exception {
        sandbox.close();
        for (var name : List.of("before", "after")) {
            sandbox = StripeSandbox.start(data, "--chom.embedded.stripe.news=" + listener.url());
            stripe = sandbox.v1();
            listener.trust(sandbox.property("chom.stripe.webhook-secrets"));
            customer(name);
            assertThat(name(listener.next(1).getFirst())).isEqualTo(name);
            sandbox.close();
        }
        sandbox = StripeSandbox.start(data);
    }

    @Test
    void only_this_machine_is_an_endpoint() {
        StripeException refused = refused(() -> stripe.webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl("https://portal.example/hook")
                        .addEnabledEvent(EnabledEvent.ALL)
                        .build()));
        assertThat(refused.getCode()).isEqualTo("url_invalid");
    }

    private static String name(Event event) {
        return ((Customer) event.getDataObjectDeserializer().getObject().orElseThrow()).getName();
    }

    private void listen(boolean connect, EnabledEvent type) throws StripeException {
        WebhookEndpoint endpoint = stripe.webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl(listener.url())
                        .setConnect(connect)
                        .addEnabledEvent(type)
                        .build());
        assertThat(endpoint.getSecret()).startsWith("whsec_");
        assertThat(stripe.webhookEndpoints().retrieve(endpoint.getId()).getSecret())
                .isNull();
        listener.trust(endpoint.getSecret());
    }

    private Customer customer(String name) throws StripeException {
        return stripe.customers()
                .create(CustomerCreateParams.builder().setName(name).build());
    }
}
