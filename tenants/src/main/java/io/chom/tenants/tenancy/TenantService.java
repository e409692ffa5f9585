package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Page;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/** The tree of tenants: who is there, who is created, who may act for whom. */
@Service
public class TenantService {

    private static final int LARGEST_PAGE = 200;

    private final Tenants tenants;
    private final BrandOwners brandOwners;
    private final TransactionalOperator transactions;
    private final TransactionalOperator asAnother;
    private final Broadcast broadcast;
    private final Reselling reselling;

    TenantService(
            Tenants tenants,
            BrandOwners brandOwners,
            ReactiveTransactionManager transactions,
            Broadcast broadcast,
            Reselling reselling) {
        this.tenants = tenants;
        this.brandOwners = brandOwners;
        this.transactions = TransactionalOperator.create(transactions);
        // A transaction is bound to one tenant, so acting as another one takes a transaction of its own.
        this.asAnother = TransactionalOperator.create(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.broadcast = broadcast;
        this.reselling = reselling;
    }

    /** Creates the platform itself, once per installation. Only a job may: the program's first start. */
    public Mono<Tenant> foundPlatform(NewTenant wanted) {
        return add(Tenant.brandOwner(Tenant.Kind.PLATFORM, wanted), Actor.job("founding"));
    }

    /**
     * Creates a reseller. A job may, or an operator of the platform.
     *
     * @return fails with {@link Failure.Conflict} {@code tenant.slug-taken} when a reseller has the short name
     */
    public Mono<Tenant> createReseller(NewTenant wanted) {
        return requirePlatform()
                .flatMap(acting -> add(Tenant.brandOwner(Tenant.Kind.RESELLER, wanted), acting.actor()));
    }

    /**
     * Creates a customer of the acting reseller. An owner or admin of the reseller may.
     *
     * @return fails with {@link Failure.Forbidden} {@code tenant.no-reselling} when its plan does not include customers, and
     *     with {@link Failure.Conflict} {@code tenant.slug-taken} when one of them has the short name
     */
    public Mono<Tenant> createCustomer(NewTenant wanted) {
        return Permission.any("owner", "admin")
                .filter(Acting::isReseller)
                .switchIfEmpty(Permission.denied())
                .flatMap(acting -> mayResell(acting)
                        .then(Mono.defer(() -> add(Tenant.customer(acting.tenant(), wanted), acting.actor()))));
    }

    private Mono<Void> mayResell(Acting acting) {
        return find(acting.tenant())
                .filterWhen(owner -> owner.isPlatform() ? Mono.just(true) : reselling.isIncluded())
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Forbidden(
                        "tenant.no-reselling",
                        "Your plan does not include customers of your own. Choose one that does."))))
                .then();
    }

    private Mono<Tenant> add(Tenant tenant, Actor actor) {
        return tenants.add(tenant)
                .then(broadcast.send(Suspensions.CHANNEL, tenant.id().toString()))
                .thenReturn(tenant)
                .as(asAnother::transactional)
                .onErrorMap(DataIntegrityViolationException.class, e -> taken())
                .contextWrite(TenantContext.as(new Acting(tenant.id(), tenant.reseller(), actor)));
    }

    private static Refused taken() {
        return new Refused(new Failure.Conflict("tenant.slug-taken", "This short name is taken. Choose another."));
    }

    /** The acting tenant itself. Everybody who acts for it may. */
    public Mono<Tenant> current() {
        return TenantContext.require().flatMap(acting -> find(acting.tenant()));
    }

    /**
     * A tenant that the acting one may see: itself, or a customer of its own.
     *
     * @return fails with {@link Failure.NotFound} for any other, there or not
     */
    public Mono<Tenant> find(TenantId id) {
        return tenants.find(id).as(transactions::transactional).switchIfEmpty(missing());
    }

    /** What these are called, of those that the acting one may see; the platform's operators may see any (recorded). */
    public Mono<Map<TenantId, String>> names(Collection<TenantId> of) {
        return requirePlatform()
                .flatMap(acting -> brandOwners.names(purpose(acting, "names of tenants"), of))
                .onErrorResume(Refused.class, e -> tenants.names(of).as(transactions::transactional));
    }

    /** The customer of the acting reseller with this short name, or empty. Everybody who acts for it may. */
    public Mono<Tenant> customer(Slug slug) {
        return TenantContext.require()
                .flatMap(acting -> tenants.customer(acting.tenant(), slug))
                .as(transactions::transactional);
    }

    /** The platform itself, or empty before it is founded. For the program's own jobs. */
    public Mono<Tenant> platform() {
        return brandOwners.platform();
    }

    /** The brand owner with this short name, or empty. For the program's own jobs, which act for nobody yet. */
    public Mono<Tenant> brandOwner(Slug slug) {
        return brandOwners.bySlug(slug);
    }

    /**
     * Customers of the acting reseller, by short name. Everybody who acts for it may.
     *
     * @param after where the page before ended, or null for the first
     * @param limit 1–200 items
     */
    public Mono<Page<Tenant>> customers(@Nullable Cursor after, int limit) {
        return TenantContext.require()
                .flatMapMany(acting -> tenants.customersAfter(acting.tenant(), key(after), cap(limit) + 1))
                .as(transactions::transactional)
                .collectList()
                .map(rows -> page(rows, cap(limit)));
    }

    /**
     * All resellers, by short name. A job may, or an operator of the platform; recorded.
     *
     * @param after where the page before ended, or null for the first
     * @param limit 1–200 items
     */
    public Mono<Page<Tenant>> resellers(@Nullable Cursor after, int limit) {
        return requirePlatform()
                .flatMapMany(acting ->
                        brandOwners.resellersAfter(purpose(acting, "list resellers"), key(after), cap(limit) + 1))
                .collectList()
                .map(rows -> page(rows, cap(limit)));
    }

    /**
     * The same actor for another tenant: a reseller's people for a customer of theirs or themselves, the platform's
     * operators and jobs for anybody (recorded).
     *
     * @return fails with {@link Failure.NotFound} for any other tenant, there or not
     */
    public Mono<Acting> acting(TenantId tenant) {
        return TenantContext.require()
                .flatMap(acting -> find(tenant)
                        .onErrorResume(Refused.class, e -> asPlatform(tenant))
                        .map(found -> acting.as(found.id(), found.reseller())));
    }

    private Mono<Tenant> asPlatform(TenantId tenant) {
        return requirePlatform()
                .onErrorResume(Refused.class, e -> missing())
                .flatMap(acting -> brandOwners.anyTenant(purpose(acting, "act for a tenant"), tenant))
                .switchIfEmpty(missing());
    }

    /**
     * Stops the use of a tenant; its data stays. An owner or admin of its reseller may, the platform's operator, or a job
     * of the platform.
     */
    public Mono<Tenant> suspend(TenantId tenant, Tenant.Reason reason) {
        return change(tenant, () -> tenants.suspend(tenant, reason));
    }

    /** Takes a reason away, under the rules of {@link #suspend}; the tenant is used again once there is none. */
    public Mono<Tenant> resume(TenantId tenant, Tenant.Reason reason) {
        return change(tenant, () -> tenants.resume(tenant, reason));
    }

    private Mono<Tenant> change(TenantId tenant, Supplier<Mono<Boolean>> change) {
        return Permission.any("owner", "admin", "operator")
                .filter(acting -> !acting.tenant().equals(tenant))
                .switchIfEmpty(Permission.denied())
                .then(acting(tenant))
                .flatMap(target -> change.get()
                        .then(broadcast.send(Suspensions.CHANNEL, tenant.toString()))
                        .then(tenants.find(tenant))
                        .as(asAnother::transactional)
                        .contextWrite(TenantContext.as(target)));
    }

    /** Jobs act for the platform by nature; a person needs the role and has to be at home there. */
    private Mono<Acting> requirePlatform() {
        return Permission.any("operator")
                .filterWhen(acting -> acting.actor().kind() == Actor.Kind.JOB
                        ? Mono.just(true)
                        : current().map(Tenant::isPlatform))
                .switchIfEmpty(Permission.denied());
    }

    private static Purpose purpose(Acting acting, String name) {
        return acting.actor().kind() == Actor.Kind.JOB ? Purpose.routine(name) : Purpose.audited(name);
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new Refused(Failure.NotFound.of("organisation")));
    }

    private static String key(@Nullable Cursor after) {
        return after == null ? "" : after.key();
    }

    private static int cap(int limit) {
        return Math.clamp(limit, 1, LARGEST_PAGE);
    }

    private static Page<Tenant> page(List<Tenant> rows, int limit) {
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, limit),
                        Cursor.after(rows.get(limit - 1).slug().value()));
    }
}
