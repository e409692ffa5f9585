package io.chom.tenants.billing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.service.V1Services;
import io.chom.embedded.part.Cache;
import io.chom.embedded.part.Ports;
import io.chom.embedded.part.Progress;
import io.chom.embedded.part.Secrets;
import io.chom.embedded.part.Site;
import io.chom.embedded.stripe.StripePart;
import io.chom.tenants.billing.metering.MeterProvider;
import io.chom.tenants.billing.mirror.InvoiceMirrorProvider;
import io.chom.tenants.billing.mirror.MirrorProvider;
import io.chom.tenants.billing.payment.PaymentProvider;
import io.chom.tenants.billing.payment.PortalProvider;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import reactor.core.scheduler.Schedulers;

/**
 * A Stripe of the test's own, over HTTP, and what only a test does with it. With a key of Stripe's test mode in the environment
 * ({@code CHOM_STRIPE_TEST_KEY}) it is Stripe itself; tests that tell the sandbox something, or fill in its pages, are left out
 * then.
 */
public final class Sandbox implements AutoCloseable {

    public static final String VISA = "4242424242424242";
    /** Wants to be confirmed each time. */
    public static final String CONFIRMS = "4000002760003184";

    /** With which events are signed. */
    public static final String SIGNED_WITH = "whsec_test";

    private static final URI STRIPE = URI.create("https://api.stripe.com");

    private final @Nullable StripePart part;
    private final URI base;
    private final String bearer;
    private final V1Services stripe;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param data a folder of the test's own */
    public Sandbox(Path data) throws IOException {
        var key = System.getenv("CHOM_STRIPE_TEST_KEY");
        part = key == null ? part(data) : null;
        base = part == null ? STRIPE : URI.create(part.start().get("chom.stripe.api-base"));
        bearer = key == null ? "sk_test_1" : testKey(key);
        stripe = StripeClient.builder()
                .setApiKey(bearer)
                .setApiBase(base.toString())
                .setMaxNetworkRetries(0)
                .build()
                .v1();
    }

    private static StripePart part(Path data) throws IOException {
        return new StripePart(
                new Site(
                        data,
                        new Cache(data),
                        Ports.free(),
                        new Secrets(data.resolve("secrets.properties")),
                        new Progress(System.out)),
                null);
    }

    /** No test may take money. */
    private static String testKey(String key) {
        if (!key.matches("[sr]k_test_.+")) {
            throw new IllegalArgumentException("CHOM_STRIPE_TEST_KEY is no key of Stripe's test mode.");
        }
        return key;
    }

    /** The adapter on it. */
    public PaymentProvider provider(Clock clock) {
        return new StripePayments(true, calls(), new StripeEvents(properties(), clock));
    }

    /** The same for the customer portal. */
    public PortalProvider portal() {
        return new StripePortal(calls());
    }

    /** The same for meters. */
    public MeterProvider meters() {
        return new StripeMeters(calls());
    }

    /** The same for subscriptions. */
    public MirrorProvider subscriptions(Clock clock) {
        return new StripeSubscriptions(calls(), clock);
    }

    /** The same for paid invoices. */
    public InvoiceMirrorProvider invoices() {
        return new StripeInvoices(calls());
    }

    /** With which a program finds it. */
    public Map<String, Object> settings() {
        return Map.of("chom.stripe.api-base", base.toString(), "chom.stripe.secret-key", bearer);
    }

    private StripeCalls calls() {
        return new StripeCalls(properties(), Schedulers.boundedElastic());
    }

    private StripeProperties properties() {
        return new StripeProperties(
                base, bearer, List.of(SIGNED_WITH, "whsec_old"), Duration.ofSeconds(2), Duration.ofSeconds(5), 8);
    }

    /** Has it go wrong from now on: {@code none}, {@code down}, {@code limited} or {@code lost}. */
    public void outage(String mode, int requests) {
        post(base.resolve("/sandbox/outage"), "mode=" + mode + "&requests=" + requests);
    }

    /** Lets time pass there. */
    public void advance(Duration by) {
        post(base.resolve("/sandbox/clock"), "advance=" + by.toSeconds());
    }

    /** Fills in a page with a card; yields where the browser goes then. */
    public URI fill(URI page, String card) {
        return where(post(page, "email=ada%40customer.example&card=" + card));
    }

    /** Takes another card on the page of the customer portal. */
    public void prefer(URI page, String card) {
        post(page, "action=card&card=" + card);
    }

    /** Takes a card away from whoever has it. */
    public void detach(String card) throws StripeException {
        stripe.paymentMethods().detach(card);
    }

    /** Answers the bank's question. */
    public URI confirm(URI question) {
        return where(post(question, "confirm=yes"));
    }

    /** Opens a page that leads on; yields where to. */
    public URI follow(URI page) {
        return where(send(HttpRequest.newBuilder(page).build()));
    }

    /** A card of the one customer there is that was taken and now declines; the pages would not take it. */
    public String declining() throws StripeException {
        var customer = stripe.customers().list().getData().getFirst().getId();
        return stripe.paymentMethods()
                .attach(
                        "pm_card_chargeCustomerFail",
                        PaymentMethodAttachParams.builder()
                                .setCustomer(customer)
                                .build())
                .getId();
    }

    /** Tells all that is asked on the page of an account; yields where the browser goes then. */
    public URI onboard(URI page, URI back) {
        return where(post(page, "return_url=" + URLEncoder.encode(back.toString(), UTF_8)));
    }

    /** The accounts that are connected to the platform's. */
    public List<String> accounts() throws StripeException {
        var all = AccountListParams.builder().setLimit(100L).build();
        return stripe.accounts().list(all).getData().stream()
                .map(Account::getId)
                .toList();
    }

    /** The payments of an invoice that took money. */
    public List<PaymentIntent> taken(@Nullable String account, String invoice) {
        return intents(account).stream()
                .filter(one -> invoice.equals(one.getDescription()) && "succeeded".equals(one.getStatus()))
                .toList();
    }

    /** All that there are, of whatever end. */
    public List<PaymentIntent> intents(@Nullable String account) {
        try {
            var params = PaymentIntentListParams.builder().setLimit(100L).build();
            return StreamSupport.stream(
                            stripe.paymentIntents()
                                    .list(params, as(account))
                                    .autoPagingIterable()
                                    .spliterator(),
                            false)
                    .toList();
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    /** Stripe's own client for it. */
    public V1Services stripe() {
        return stripe;
    }

    /** As the account. */
    public static RequestOptions as(@Nullable String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    private HttpResponse<String> post(URI address, String form) {
        return send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        Assumptions.assumeTrue(part != null, "only the sandbox is told such things, or has such pages");
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static URI where(HttpResponse<String> answer) {
        return URI.create(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    @Override
    public void close() {
        if (part != null) {
            part.stop();
        }
        http.close();
    }
}
