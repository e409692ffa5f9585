package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Product;
import io.chom.tenants.catalog.Product.Charged;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Buys what is sold besides plans, and gives up what is paid by the month. Owners and administrators may. */
@Service
public class Purchases {

    private static final String INSERT = """
            insert into billing.purchase (id, tenant_id, reseller_id, catalogue, version, product, currency, charged, bought_at)
            values (:id, :tenant, :reseller, :catalogue, :version, :product, :currency, :charged, :now)
            """;

    private static final String HELD = """
            select id, catalogue, version, product, currency, bought_at, ended_at from billing.purchase
             where tenant_id = :tenant and charged = 'monthly' and ended_at is null order by bought_at, id
            """;

    private static final String END = """
            update billing.purchase set ended_at = :now
             where id = :id and tenant_id = :tenant and charged = 'monthly' and ended_at is null
            """;

    private final DatabaseClient database;
    private final Catalogues catalogues;
    private final Holdings holdings;
    private final OwnCurrency own;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Purchases(
            DatabaseClient database,
            Catalogues catalogues,
            Holdings holdings,
            OwnCurrency own,
            TransactionalOperator transactions,
            Clock clock) {
        this.database = database;
        this.catalogues = catalogues;
        this.holdings = holdings;
        this.own = own;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Buys a product at the price of now for the acting tenant, in {@linkplain SubscriptionService#currency() its currency} if
     * the product is sold in it, else in the main one of the catalogue.
     *
     * @return fails with {@code billing.unknown-product}, and with {@code billing.already-bought} for one by the month that
     *     is had already
     */
    public Mono<Purchase> buy(String catalogue, String slug) {
        return buyer().flatMap(acting -> own.of(acting.tenant())
                .mapNotNull(found -> found.map(one -> catalogues.product(catalogue, slug, one))
                        .orElseGet(() -> catalogues.product(catalogue, slug))
                        .orElse(null))
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.Invalid.of(
                        "billing.unknown-product", "There is no " + slug + " on sale in " + catalogue + "."))))
                .map(product -> new Purchase(PurchaseId.next(), product, now(), null))
                .flatMap(bought -> add(acting, bought).thenReturn(bought))
                .onErrorMap(DuplicateKeyException.class, e -> alreadyBought())
                .as(transactions::transactional)
                .doOnSuccess(bought -> holdings.forget(acting.tenant())));
    }

    /** What the acting tenant has and pays by the month, the oldest first. */
    public Flux<Purchase> held() {
        return buyer().flatMapMany(acting -> database.sql(HELD)
                .bind("tenant", acting.tenant().value())
                .map(this::read)
                .all()
                .as(transactions::transactional));
    }

    /** Gives up what is paid by the month, from now on. Fails with {@link Failure.NotFound} for what is not had. */
    public Mono<Void> end(PurchaseId id) {
        return buyer().flatMap(acting -> database.sql(END)
                .bind("now", now())
                .bind("id", id.value())
                .bind("tenant", acting.tenant().value())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("purchase"))))
                .then()
                .as(transactions::transactional)
                .doOnSuccess(ended -> holdings.forget(acting.tenant())));
    }

    private Mono<Void> add(Acting acting, Purchase bought) {
        Product product = bought.product();
        return database.sql(INSERT)
                .bind("id", bought.id().value())
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("catalogue", product.catalogue())
                .bind("version", product.version())
                .bind("product", product.slug())
                .bind("currency", product.price().currency().getCurrencyCode())
                .bind("charged", word(product.charged()))
                .bind("now", bought.boughtAt())
                .then();
    }

    private Purchase read(Readable row) {
        return new Purchase(
                new PurchaseId(get(row, "id", UUID.class)),
                catalogues
                        .product(
                                get(row, "catalogue", String.class),
                                get(row, "version", Integer.class),
                                get(row, "product", String.class),
                                Subscriptions.currency(row.get("currency", String.class)))
                        .orElseThrow(),
                get(row, "bought_at", Instant.class),
                row.get("ended_at", Instant.class));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Mono<Acting> buyer() {
        return Permission.any("owner", "admin");
    }

    private static String word(Charged charged) {
        return charged.name().toLowerCase(Locale.ROOT);
    }

    private static Refused alreadyBought() {
        return new Refused(new Failure.Conflict("billing.already-bought", "You have this already."));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
