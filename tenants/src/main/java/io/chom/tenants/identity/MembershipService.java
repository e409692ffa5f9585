package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Seating;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people of an organisation and what they may do there. */
@Service
public class MembershipService {

    /** Tells every process that the people of a tenant, which is the body, have changed. */
    public static final String CHANNEL = "membership_changed";

    private final Memberships memberships;
    private final Accounts accounts;
    private final Houses houses;
    private final TenantService tenants;
    private final Seating seating;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;

    MembershipService(
            Memberships memberships,
            Accounts accounts,
            Houses houses,
            TenantService tenants,
            Seating seating,
            TransactionalOperator transactions,
            Broadcast broadcast) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.houses = houses;
        this.tenants = tenants;
        this.seating = seating;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /**
     * The organisations that a person belongs to, oldest membership first; none for a stranger. For logging in, when
     * nobody acts yet: the realm picks the brand owner, whose database rights show nobody else's organisations.
     */
    public Flux<Membership> membershipsOf(PersonId person) {
        return houses.of(person.realm())
                .flatMapMany(house -> memberships
                        .of(person)
                        .concatMap(row -> tenants.find(row.tenant()).map(tenant -> membership(row.member(), tenant)))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(Houses.acting(house.id()))));
    }

    private static Membership membership(Member member, Tenant tenant) {
        return new Membership(member.person(), tenant, member.role(), member.displayName());
    }

    /** The people of the acting organisation, by name. Everybody who acts for it may. */
    public Flux<Member> list() {
        return TenantContext.require()
                .flatMapMany(acting -> memberships.of(acting.tenant()))
                .as(transactions::transactional);
    }

    /**
     * Makes somebody a member of the acting organisation and writes to them. An owner or admin may; only an owner makes
     * owners.
     *
     * @return fails with {@link Failure.Conflict} {@code member.address-unproven} when there is an account with the
     *     address whose owner has not shown that it is theirs, and with {@link Failure.Invalid}
     *     {@code member.role-unfit} for a role that the organisation does not have; and with {@code member.no-seat} where
     *     its plan is sold by the seat and all are taken
     */
    public Mono<Member> invite(NewMember wanted) {
        return mayGrant(wanted.role())
                .flatMap(acting -> current(wanted.role())
                        .delayUntil(tenant -> seat(acting, wanted).as(transactions::transactional))
                        .flatMap(tenant -> accounts.invited(tenant, wanted))
                        .flatMap(person -> put(acting, person, wanted)));
    }

    /**
     * Makes somebody a member of the acting organisation with an account that can log in at once; an account that is
     * there keeps its password. Only a job may: the set-up of an installation, or a migration.
     *
     * @param password at least 10 characters
     */
    public Mono<Member> provision(NewMember wanted, String password) {
        return TenantContext.require()
                .filter(acting -> acting.actor().kind() == Actor.Kind.JOB)
                .switchIfEmpty(Permission.denied())
                .flatMap(acting -> current(wanted.role())
                        .flatMap(tenant -> accounts.provisioned(tenant, wanted, password))
                        .flatMap(person -> put(acting, person, wanted)));
    }

    private Mono<Tenant> current(Role role) {
        return tenants.current().filter(tenant -> role.fits(tenant.kind())).switchIfEmpty(unfit());
    }

    private Mono<Member> put(Acting acting, PersonId person, NewMember wanted) {
        return seat(acting, wanted)
                .then(Mono.defer(() -> memberships.put(acting, person, wanted)))
                .then(tell(acting))
                .then(memberships.find(acting.tenant(), person))
                .as(transactions::transactional);
    }

    /** Whether there is a seat for somebody who is no member yet; asked before somebody is written to, and when it counts. */
    private Mono<Void> seat(Acting acting, NewMember wanted) {
        return memberships
                .lock(acting.tenant())
                .then(Mono.defer(seating::most))
                .filterWhen(most -> isFull(acting.tenant(), wanted.email(), most))
                .flatMap(most -> Mono.error(() -> new Refused(new Failure.Conflict(
                        "member.no-seat",
                        "All seats of your plan are taken. Take more seats, or remove somebody first."))));
    }

    private Mono<Boolean> isFull(TenantId tenant, EmailAddress whose, int most) {
        return memberships
                .of(tenant)
                .collectList()
                .map(members -> members.size() >= most
                        && members.stream().noneMatch(one -> one.email().equals(whose)));
    }

    /** Gives a member another role, under the rules of {@link #invite}; the last owner stays one. */
    public Mono<Member> changeRole(PersonId person, Role role) {
        return mayGrant(role)
                .flatMap(acting -> current(role)
                        .then(mayLose(acting, person, role))
                        .then(memberships.role(acting.tenant(), person, role))
                        .then(tell(acting))
                        .then(memberships.find(acting.tenant(), person))
                        .as(transactions::transactional));
    }

    /** Takes a member out of the acting organisation. An owner or admin may, but not an admin an owner. */
    public Mono<Void> remove(PersonId person) {
        return mayGrant(Role.VIEWER)
                .flatMap(acting -> mayLose(acting, person, Role.VIEWER)
                        .then(memberships.remove(acting.tenant(), person))
                        .then(tell(acting))
                        .as(transactions::transactional))
                .then(tenants.current())
                .flatMap(tenant -> accounts.left(tenant, person));
    }

    private static Mono<Acting> mayGrant(Role role) {
        return role.isKeeper()
                ? Permission.any(Role.OWNER.right(), Role.OPERATOR.right())
                : Permission.any(Role.OWNER.right(), Role.ADMIN.right(), Role.OPERATOR.right());
    }

    /** Whether the member's role may become another: keepers are changed by keepers, and one of them has to stay. */
    private Mono<Void> mayLose(Acting acting, PersonId person, Role next) {
        return Mono.defer(() -> memberships.find(acting.tenant(), person))
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("member"))))
                .map(Member::role)
                .filter(role -> role.isKeeper() && role != next)
                .flatMap(role -> mayGrant(role).then(memberships.countForChange(acting.tenant(), role)))
                .filter(keepers -> keepers <= 1)
                .flatMap(keepers -> last());
    }

    private Mono<Void> tell(Acting acting) {
        return Mono.defer(() -> broadcast.send(CHANNEL, acting.tenant().toString()));
    }

    private static <T> Mono<T> unfit() {
        return Mono.error(() -> new Refused(
                Failure.Invalid.of("member.role-unfit", "This organisation has no such role. Choose another one.")));
    }

    private static Mono<Void> last() {
        return Mono.error(() -> new Refused(new Failure.Conflict(
                "member.last-owner", "Somebody has to own the organisation. Make another person its owner first.")));
    }
}
