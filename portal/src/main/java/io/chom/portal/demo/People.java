package io.chom.portal.demo;

import io.chom.portal.demo.DemoWorld.Person;
import io.chom.tenants.identity.MembershipService;
import io.chom.tenants.identity.NewMember;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Gives the people of a house or a customer an account and their role. */
final class People {

    /** The realm of a new house appears a moment after its domain, and the identity provider may still be starting. */
    private static final Retry UNTIL_THE_REALM_IS_THERE =
            Retry.fixedDelay(240, Duration.ofSeconds(1)).filter(People::mayPass);

    private final MembershipService memberships;

    People(MembershipService memberships) {
        this.memberships = memberships;
    }

    /** Who is refused for what there is, such as a seat that is missing, is refused in a second too. */
    private static boolean mayPass(Throwable failed) {
        return !(failed instanceof Refused refused
                && (refused.failure() instanceof Failure.Conflict || refused.failure() instanceof Failure.Invalid));
    }

    /** Harmless when repeated: an account that is there keeps its password. */
    Mono<Void> of(Tenant tenant, List<Person> people, String password) {
        return Flux.fromIterable(people)
                .concatMap(person -> memberships
                        .provision(
                                new NewMember(EmailAddress.of(person.email()), person.name(), person.role()), password)
                        .retryWhen(UNTIL_THE_REALM_IS_THERE))
                .then()
                .contextWrite(TenantContext.as(Houses.acting(tenant)));
    }
}
