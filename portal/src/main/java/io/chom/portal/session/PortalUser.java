package io.chom.portal.session;

import io.chom.portal.shell.ColorMode;
import io.chom.tenants.identity.Membership;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A logged-in person, in one of the organisations that they belong to. Immutable: switching makes another one. */
public final class PortalUser extends DefaultOidcUser {

    private final transient HostName host;
    private final transient List<Membership> memberships;
    private final transient Membership current;
    private final transient Optional<ColorMode> colors;

    PortalUser(
            OidcIdToken token,
            HostName host,
            List<Membership> memberships,
            Membership current,
            Optional<ColorMode> colors) {
        super(authorities(current), token);
        this.host = host;
        this.memberships = List.copyOf(memberships);
        this.current = current;
        this.colors = colors;
    }

    private static Set<SimpleGrantedAuthority> authorities(Membership membership) {
        String kind = membership.tenant().kind().name().toLowerCase(Locale.ROOT);
        return Stream.of(membership.role().right(), kind)
                .map(right -> new SimpleGrantedAuthority("ROLE_" + right))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The host that the session was opened on; it is worth nothing on another one. */
    public HostName host() {
        return host;
    }

    /** All organisations of the person at this brand, the widest view first. */
    public List<Membership> memberships() {
        return memberships;
    }

    /** The organisation that the person works in now. */
    public Membership current() {
        return current;
    }

    /** Who acts when this person does something. */
    public Acting acting() {
        return current.acting();
    }

    /** The colours that the person had chosen when they logged in. */
    Optional<ColorMode> colors() {
        return colors;
    }

    /** The same person at work there; where they are now if they do not belong there. */
    PortalUser in(TenantId organisation) {
        return memberships.stream()
                .filter(membership -> membership.tenant().id().equals(organisation))
                .findFirst()
                .map(other -> new PortalUser(getIdToken(), host, memberships, other, colors))
                .orElse(this);
    }
}
