package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.developer.Scope;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.tenancy.TenantService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Billing details and e-invoices over HTTP. */
@ApiTest
class BillingDetailsApiTest {

    private static final String PATH = "/api/v1/billing-details";
    private static final Map<String, Object> TOLD = Map.of(
            "legal_name", "Bakery GmbH",
            "street", "Ring 1",
            "postal_code", "10115",
            "city", "Town",
            "country", "de",
            "vat_id", "de 123 456 789");

    private final Api api;

    @Autowired
    TenantService tenants;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    private Acting customer;
    private WebTestClient client;

    BillingDetailsApiTest(Api api) {
        this.api = api;
    }

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        client = api.at(Api.ACME, api.key(customer, Scope.BILLING_READ, Scope.BILLING_WRITE));
    }

    @Test
    void they_are_empty_and_then_what_was_told() {
        client.get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.legal_name")
                .doesNotExist();
        client.put()
                .uri(PATH)
                .bodyValue(TOLD)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.vat_id")
                .isEqualTo("DE123456789")
                .jsonPath("$.tax_treatment")
                .isEqualTo("not_registered");
        client.get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.country")
                .isEqualTo("DE")
                .jsonPath("$.legal_name")
                .isEqualTo("Bakery GmbH");
    }

    @Test
    void each_wrong_field_is_named() {
        client.put()
                .uri(PATH)
                .bodyValue(Map.of("legal_name", "Bakery", "street", "x", "postal_code", "1", "country", "Germany"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("billing-details.wrong")
                .jsonPath("$.violations[0].at")
                .isEqualTo("/city")
                .jsonPath("$.violations[1].at")
                .isEqualTo("/country");
        client.put()
                .uri(PATH)
                .bodyValue(Map.of("tax_treatment", "sometimes"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].at")
                .isEqualTo("/tax_treatment");
    }

    @Test
    void reading_is_no_right_to_write_and_other_rights_are_none() {
        var reader = api.at(Api.ACME, api.key(customer, Scope.BILLING_READ));
        reader.get().uri(PATH).exchange().expectStatus().isOk();
        reader.put().uri(PATH).bodyValue(TOLD).exchange().expectStatus().isForbidden();
        var other = api.at(Api.ACME, api.key(customer, Scope.USAGE_READ));
        other.get().uri(PATH).exchange().expectStatus().isForbidden();
        api.at(Api.ACME).get().uri(PATH).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void an_e_invoice_is_xml_or_says_what_is_missing() {
        var bare = write(Optional.empty());
        client.get()
                .uri("/api/v1/invoices/" + bare + "/e-invoice")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invoice.e-invoice-gaps")
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> assertThat(detail)
                                .contains("name and address of the seller, name and address of the buyer"));
        client.get()
                .uri("/api/v1/invoices/01900000-0000-7000-8000-00000000ac01/e-invoice")
                .exchange()
                .expectStatus()
                .isNotFound();

        var whole = write(Optional.of(new TaxRule(Category.STANDARD, new BigDecimal("19"), "")));
        var answer = client.get()
                .uri("/api/v1/invoices/" + whole + "/e-invoice")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/xml")
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getResponseBody()).contains("<ram:GrandTotalAmount>119.00</ram:GrandTotalAmount>");
        assertThat(answer.getResponseHeaders().getContentDisposition().getFilename())
                .matches("TEST-\\d+\\.xml");
        client.get()
                .uri("/api/v1/invoices/" + whole)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines[1].kind")
                .isEqualTo("tax")
                .jsonPath("$.lines[1].tax.category")
                .isEqualTo("S")
                .jsonPath("$.lines[1].tax.rate")
                .isEqualTo(19.0)
                .jsonPath("$.lines[1].tax.base.minor")
                .isEqualTo(10_000);
    }

    /** Of who is known where there is a tax. */
    private InvoiceId write(Optional<TaxRule> rule) {
        var amounts = List.of(Money.of("100.00", Currency.getInstance("USD")));
        var written = Invoiced.write(database, customer, customer.reseller(), amounts, rule, clock.instant())
                .flatMap(invoice -> (rule.isPresent() ? parties(invoice) : Mono.just(0L)).thenReturn(invoice.id()));
        return Objects.requireNonNull(written.as(transactions::transactional)
                .contextWrite(TenantContext.as(customer))
                .block(Duration.ofSeconds(20)));
    }

    private Mono<Long> parties(Invoice invoice) {
        return database.sql("""
                        insert into billing.invoice_party
                        select :tenant, :invoice, side, :reseller, side, 'Ring 1', '', '1', 'Town', 'DE', 'DE123456789', '', '', ''
                          from unnest(array['seller', 'buyer']) as side
                        """)
                .bind("tenant", customer.tenant().value())
                .bind("reseller", customer.reseller().value())
                .bind("invoice", invoice.id().value())
                .fetch()
                .rowsUpdated();
    }
}
