package io.chom.portal.session;

import io.chom.portal.shell.ColorMode;
import io.chom.tenants.identity.Membership;
import io.chom.tenants.identity.MembershipService;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.PersonalSettings;
import io.chom.tenants.identity.RealmName;
import io.chom.tenants.identity.SignInBook;
import io.chom.tenants.identity.Subject;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fixes person and organisation at log-in, and when a session goes on in another process. The person is the pair of realm
 * and subject; an e-mail address never links anybody to anything.
 *
 * <p>The one place that waits for a reactive answer: the servlet security chain needs it before the session exists.
 */
@Component
class SessionSetUp implements OAuth2UserService<OidcUserRequest, OidcUser>, KnownLogIns {

    private static final Logger LOG = LoggerFactory.getLogger(SessionSetUp.class);

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
    private final SignInBook book;

    SessionSetUp(Hosts hosts, MembershipService memberships, PersonalSettings settings, SignInBook book) {
        this.hosts = hosts;
        this.memberships = memberships;
        this.settings = settings;
        this.book = book;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        HostName host = HostName.of(request.getClientRegistration().getRegistrationId());
        BrandOwner owner = hosts.ownerOf(host).orElseThrow(() -> refused("unknown_host"));
        return user(request.getIdToken(), host, owner).orElseThrow(() -> refused(NO_MEMBERSHIP));
    }

    @Override
    public Optional<Known> find(HostName host, String secret) {
        try {
            return hosts.ownerOf(host)
                    .flatMap(owner -> waitFor(book.marked(realm(owner), TicketSeal.mark(secret)))
                            .flatMap(kept -> TicketSeal.open(secret, kept.ticket())
                                    .filter(contents -> contents.host().equals(host))
                                    .flatMap(contents -> user(IdTokens.reread(contents.token()), host, owner)
                                            .map(user -> user.in(contents.organisation())))
                                    .map(user -> new Known(user, kept.signIn()))));
        } catch (OAuth2AuthenticationException outage) {
            LOG.warn("Nobody can tell whether a session goes on; the browser is led to the log-in", outage);
            return Optional.empty();
        }
    }

    /** Empty for somebody who belongs to no organisation of this brand. */
    private Optional<PortalUser> user(OidcIdToken token, HostName host, BrandOwner owner) {
        var person = new PersonId(realm(owner), new Subject(token.getSubject()));
        return waitFor(memberships.membershipsOf(person).sort(WIDEST_FIRST).collectList())
                .filter(all -> !all.isEmpty())
                .map(all -> new PortalUser(token, host, all, all.getFirst(), colors(person)));
    }

    private static RealmName realm(BrandOwner owner) {
        return new RealmName(owner.slug());
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
