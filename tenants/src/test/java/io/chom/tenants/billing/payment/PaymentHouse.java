package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.billing.Settlement;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Seals;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.tenancy.TenantService;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The part of the program that collects, on a sandbox and a clock of the test's own; several of them are several processes. */
final class PaymentHouse {

    static final URI BACK = URI.create("http://acme.localhost:8080/app/invoices");
    static final Currency USD = Currency.getInstance("USD");

    private static final PaymentProperties PROPERTIES = new PaymentProperties(
            Duration.ofDays(1),
            100,
            Duration.ofMinutes(2),
            List.of(Duration.ofDays(1), Duration.ofDays(3)),
            Duration.ofDays(30));

    final Sandbox sandbox;
    final MovableClock clock;
    final PaymentProvider provider;
    final PaymentRun run;
    final PaymentService service;
    final PaymentPortal portal;
    final PaymentNews news;
    final AccountService accounts;
    private final ApplicationContext context;

    PaymentHouse(ApplicationContext context, Sandbox sandbox, MovableClock clock) {
        this.context = context;
        this.sandbox = sandbox;
        this.clock = clock;
        this.provider = sandbox.provider(clock);
        var transactions = bean(TransactionalOperator.class);
        var broadcast = bean(Broadcast.class);
        var settling = new Settling(
                bean(SettlementBook.class), bean(RefundBook.class), transactions, broadcast, PROPERTIES, clock);
        var collecting = new Collecting(provider, settling, clock);
        var keeping =
                new CardKeeping(provider, bean(CardVisits.class), bean(Payers.class), transactions, broadcast, clock);
        var pages = new PageOpening(
                provider, bean(Payments.class), collecting, bean(DatabaseClient.class), transactions, clock);
        accounts = new AccountService(provider, bean(ConnectedAccounts.class), transactions, broadcast, clock);
        var known = new KnownPayers(provider, bean(PaymentAccounts.class), bean(Payers.class), transactions);
        var looks = new CardLooks(sandbox.portal(), bean(Payers.class), transactions, broadcast, clock);
        portal = new PaymentPortal(sandbox.portal(), known, bean(Payers.class), looks, transactions, clock);
        run = new PaymentRun(
                bean(DuePayments.class),
                bean(DueCardPages.class),
                new DueCardLooks(bean(CrossTenant.class), bean(Payers.class), looks, transactions),
                bean(DueRefunds.class),
                collecting,
                new Refunding(provider, bean(RefundBook.class), transactions, broadcast, PROPERTIES, clock),
                keeping,
                bean(PaymentAccounts.class),
                accounts,
                bean(PaymentEvents.class),
                provider,
                PROPERTIES,
                clock);
        service = new PaymentService(
                provider, known, bean(Payers.class), bean(CardVisits.class), keeping, pages, transactions, clock);
        news = new PaymentNews(
                provider,
                bean(PaymentEvents.class),
                bean(PaymentAccounts.class),
                bean(TenantService.class),
                broadcast,
                bean(Seals.class),
                clock);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Everything that is due at this moment is done. */
    void work() {
        run.all().block(Duration.ofSeconds(60));
    }

    /** Time passes, here and there. */
    void pass(Duration time) {
        clock.move(time);
        sandbox.advance(time);
    }

    /** The customer leaves a card and comes back. */
    void leave(Acting payer, String card) {
        back(payer, sandbox.fill(as(payer, service.changeCard(BACK)), card));
    }

    /** The customer comes back from a page. */
    void back(Acting payer, URI address) {
        service.returned(visit(address)).contextWrite(TenantContext.as(payer)).block(Duration.ofSeconds(30));
    }

    static String visit(URI address) {
        return address.getQuery().replaceFirst(".*" + PaymentProvider.VISIT + "=", "");
    }

    List<Invoice> owe(Acting payer, TenantId issuer, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> owe(payer, issuer, new Money(1_000 + n, USD)))
                .toList();
    }

    Invoice owe(Acting payer, TenantId issuer, Money amount) {
        return as(
                payer,
                Invoiced.write(bean(DatabaseClient.class), payer, issuer, amount, clock.instant())
                        .as(bean(TransactionalOperator.class)::transactional));
    }

    /** How an invoice stands. */
    Settlement standing(Acting payer, InvoiceId invoice) {
        return as(payer, bean(InvoiceService.class).find(invoice)).invoice().settlement();
    }

    /** How each of them stands. */
    List<Invoice.Status> standing(Acting payer, List<Invoice> invoices) {
        return invoices.stream().map(one -> standing(payer, one.id()).status()).toList();
    }

    /** Runs a statement as the payer. */
    long sql(Acting payer, String statement) {
        return as(
                payer,
                bean(DatabaseClient.class)
                        .sql(statement)
                        .fetch()
                        .rowsUpdated()
                        .as(bean(TransactionalOperator.class)::transactional));
    }

    /** The provider's name for the card that is kept of the payer. */
    String card(Acting payer) {
        return as(
                payer,
                bean(DatabaseClient.class)
                        .sql("select card from billing.payment_payer where card is not null")
                        .mapValue(String.class)
                        .one()
                        .as(bean(TransactionalOperator.class)::transactional));
    }

    /** Several do the same at the same time. */
    static void together(int many, Mono<?> work) {
        Flux.range(0, many).flatMap(n -> work.then(), many).then().block(Duration.ofSeconds(60));
    }

    static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }
}
