package io.chom.portal.session;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.chom.portal.shell.ColorMode;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.identity.ColorChoice;
import io.chom.tenants.identity.Membership;
import io.chom.tenants.identity.PersonalSettings;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.PreviewKey;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.tenants.tenancy.PublishedBrand;
import io.chom.tenants.tenancy.Tenant;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the screens know of the session, read from the log-in that Spring Security keeps. */
@Component
class SessionSignedIn implements SignedIn {

    private final AuthenticationContext authentication;
    private final Brands brands;
    private final PublicPlaces places;
    private final PersonalSettings settings;

    SessionSignedIn(
            AuthenticationContext authentication, Brands brands, PublicPlaces places, PersonalSettings settings) {
        this.authentication = authentication;
        this.brands = brands;
        this.places = places;
        this.settings = settings;
    }

    @Override
    public Acting acting() {
        return user().acting();
    }

    @Override
    public String brandName() {
        return look().brand().name();
    }

    @Override
    public String logoOnLight() {
        return look().assets().logoOnLight().path();
    }

    @Override
    public String logoOnDark() {
        return look().assets().logoOnDark().path();
    }

    @Override
    public Optional<String> helpUrl() {
        return Optional.ofNullable(look().brand().contact().helpUrl()).map(URI::toString);
    }

    @Override
    public String userName() {
        return user().current().displayName();
    }

    @Override
    public String email() {
        return Optional.ofNullable(user().getEmail()).orElse("");
    }

    @Override
    public List<Organisation> organisations() {
        return user().memberships().stream().map(SessionSignedIn::organisation).toList();
    }

    @Override
    public Organisation current() {
        return organisation(user().current());
    }

    @Override
    public void switchTo(TenantId organisation) {
        PortalUser other = user().in(organisation);
        if (!other.current().tenant().id().equals(organisation)) {
            throw new IllegalArgumentException("No membership of " + organisation + ".");
        }
        OpenSession.here().workAs(other);
    }

    @Override
    public Mono<Void> remember(ColorMode mode) {
        return settings.choose(ColorChoice.valueOf(mode.name()));
    }

    @Override
    public void logOut() {
        authentication.logout();
    }

    @Override
    public String portalAddress() {
        return places.portal().on(user().host()).toString();
    }

    @Override
    public String portalAt(String host) {
        return places.portal().on(HostName.of(host)).toString();
    }

    @Override
    public String draftAt(PreviewKey key) {
        return places.portal()
                .on(user().host(), PreviewAddress.of(key.reveal()))
                .toString();
    }

    @Override
    public String apiAddress() {
        return places.api().on(user().host()).toString();
    }

    private PortalUser user() {
        return authentication
                .getAuthenticatedUser(PortalUser.class)
                .orElseThrow(() -> new IllegalStateException("Nobody is logged in on this screen."));
    }

    private PublishedBrand look() {
        return brands.of(user().acting().reseller());
    }

    private static Organisation organisation(Membership membership) {
        Tenant tenant = membership.tenant();
        return new Organisation(
                tenant.id(), tenant.name(), Kind.valueOf(tenant.kind().name()), membership.role());
    }
}
