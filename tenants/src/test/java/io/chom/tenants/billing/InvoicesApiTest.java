package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNoteId;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.credit.NewCredit;
import io.chom.tenants.developer.Scope;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a tenant owes, over HTTP. */
@ApiTest
class InvoicesApiTest {

    private final Api api;

    @Autowired
    TenantService tenants;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    CreditService credits;

    @Autowired
    InvoiceRun run;

    @Autowired
    Clock clock;

    private Acting customer;
    private WebTestClient client;

    InvoicesApiTest(Api api) {
        this.api = api;
    }

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        client = api.at(Api.ACME, api.key(customer, Scope.BILLING_READ, Scope.USAGE_READ));
        PlatformTenant.of(tenants);
    }

    @Test
    void an_invoice_is_listed_and_read_with_lines_that_add_up() {
        subscribe();
        run.all().block(Duration.ofSeconds(60));

        var first = get("/api/v1/invoices?limit=2");
        assertThat(first.at("/items")).hasSize(2);
        var rest = get("/api/v1/invoices?limit=2&cursor=" + first.at("/next").asString());
        assertThat(rest.at("/items")).hasSize(1);
        assertThat(rest.at("/next").isNull() || rest.at("/next").isMissingNode())
                .isTrue();
        assertThat(first.at("/items/0/number").asString()).matches("ACME-\\d{6}");
        assertThat(first.at("/items/0").has("lines")).isFalse();

        var one = get("/api/v1/invoices/" + first.at("/items/0/id").asString());
        assertThat(one.at("/lines")).singleElement().satisfies(line -> {
            assertThat(line.at("/kind").asString()).isEqualTo("plan");
            assertThat(line.at("/formula").asString()).isEqualTo("$79.00 a month");
            assertThat(line.at("/amount/minor").asLong()).isEqualTo(7_900);
        });
        assertThat(one.at("/total/minor").asLong()).isEqualTo(7_900);
        assertThat(one.at("/status").asString()).isEqualTo("open");
        assertThat(one.has("paid_at")).isFalse();
    }

    @Test
    void a_credited_invoice_says_by_what_and_what_is_left_to_pay() {
        subscribe();
        run.all().block(Duration.ofSeconds(60));
        var id = get("/api/v1/invoices?limit=1").at("/items/0/id").asString();
        assertThat(get("/api/v1/invoices/" + id).at("/credit_notes")).isEmpty();
        var part = new CreditNote.Part(1, new Money(900, Currency.getInstance("USD")));
        as(
                Acme.RESELLER,
                credits.credit(
                        customer.tenant(),
                        InvoiceId.of(id),
                        new NewCredit(CreditNoteId.next(), List.of(part), "One day down")));

        var one = get("/api/v1/invoices/" + id);

        assertThat(one.at("/total/minor").asLong()).isEqualTo(7_900);
        assertThat(one.at("/credited/minor").asLong()).isEqualTo(900);
        assertThat(one.at("/owed/minor").asLong()).isEqualTo(7_000);
        assertThat(one.at("/credit_notes")).singleElement().satisfies(note -> {
            assertThat(note.at("/number").asString()).matches("ACME-CN-\\d{6}");
            assertThat(note.at("/reason").asString()).isEqualTo("One day down");
            assertThat(note.at("/total/minor").asLong()).isEqualTo(900);
            assertThat(note.at("/lines/0/line").asInt()).isEqualTo(1);
        });
    }

    @Test
    void a_preview_is_the_bill_so_far_and_there_is_none_without_a_subscription() {
        client.get()
                .uri("/api/v1/invoices/preview")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
        subscribe();
        assertThat(get("/api/v1/invoices/preview").at("/total/minor").asLong()).isEqualTo(7_900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "01900000-0000-7000-8000-00000000ac01", "%20"})
    void what_is_no_invoice_of_the_tenant_is_not_found(String id) {
        client.get().uri("/api/v1/invoices/" + id).exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/invoices", "/api/v1/invoices/preview", "/api/v1/invoices/x"})
    void a_key_without_the_right_is_refused(String path) {
        int status = path.endsWith("x") ? 404 : 403;
        api.at(Api.ACME, api.key(customer, Scope.USAGE_READ))
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
        api.at(Api.ACME).get().uri(path).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void a_cursor_that_no_list_gave_is_refused() {
        client.get()
                .uri("/api/v1/invoices?cursor=bm9uc2Vuc2U")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid-cursor");
    }

    private void subscribe() {
        as(
                customer,
                subscriptions.subscribe(
                        new Order("hosting", "pro", ZoneOffset.UTC),
                        clock.instant().minus(Duration.ofDays(100))));
    }

    private JsonNode get(String path) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(client.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()));
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }
}
