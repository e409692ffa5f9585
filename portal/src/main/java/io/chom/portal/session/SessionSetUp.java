package io.chom.portal.session;

import io.chom.portal.shell.ColorMode;
import io.chom.tenants.identity.Membership;
import io.chom.tenants.identity.MembershipService;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.PersonalSettings;
import io.chom.tenants.identity.RealmName;
import io.chom.tenants.identity.Subject;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fixes person and organisation at log-in. The person is the pair of realm and subject; an e-mail address never links
 * anybody to anything.
 *
 * <p>The one place that waits for a reactive answer: the servlet security chain needs it before the session exists.
 */
@Component
class SessionSetUp implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_MEMBERSHIP = "no_membership";
    static final String UNAVAILABLE = "unavailable";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The widest view first: somebody who works for the reseller starts there. */
    private static final Comparator<Membership> WIDEST_FIRST = Comparator.comparing(
                    (Membership membership) -> membership.tenant().kind())
            .thenComparing(membership -> membership.tenant().name());

    private final Hosts hosts;
    private final MembershipService memberships;
    private final PersonalSettings settings;

    SessionSetUp(Hosts hosts, MembershipService memberships, PersonalSettings settings) {
        this.hosts = hosts;
        this.memberships = memberships;
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        HostName host = HostName.of(request.getClientRegistration().getRegistrationId());
        BrandOwner owner = hosts.ownerOf(host).orElseThrow(() -> refused("unknown_host"));
        var person = new PersonId(
                new RealmName(owner.slug()), new Subject(request.getIdToken().getSubject()));
        List<Membership> all =
                waitFor(memberships.membershipsOf(person).collectList()).orElse(List.of());
        if (all.isEmpty()) {
            throw refused(NO_MEMBERSHIP);
        }
        List<Membership> sorted = all.stream().sorted(WIDEST_FIRST).toList();
        return new PortalUser(request.getIdToken(), host, sorted, sorted.getFirst(), colors(person));
    }

    private Optional<ColorMode> colors(PersonId person) {
        return waitFor(settings.colorOf(person).map(choice -> ColorMode.valueOf(choice.name())));
    }

    private static <T> Optional<T> waitFor(Mono<T> answer) {
        try {
            return answer.blockOptional(PATIENCE);
        } catch (RuntimeException outage) {
            throw new OAuth2AuthenticationException(new OAuth2Error(UNAVAILABLE), outage);
        }
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }
}
