package io.chom.portal.shell;

import io.chom.tenants.identity.Role;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.PreviewKey;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The person in front of the screen, the house that it stands in and the organisation that was chosen: fixed at log-in. */
public interface SignedIn {

    /** Who acts, for which tenant; everything that a screen asks for is asked as this. */
    Acting acting();

    /** The brand's name. */
    String brandName();

    /** Address of the logo for light ground. */
    String logoOnLight();

    /** Address of the logo for dark ground. */
    String logoOnDark();

    /** Where the brand helps; empty when it offers nothing. */
    Optional<String> helpUrl();

    /** The person's name. */
    String userName();

    /** The person's e-mail address. */
    String email();

    /** Organisations of this brand that the person belongs to, the current one among them. */
    List<Organisation> organisations();

    /** The organisation whose data is shown. */
    Organisation current();

    /**
     * Chooses another organisation of the list for this session. The caller loads the page anew afterwards.
     *
     * @throws IllegalArgumentException if the person does not belong to it
     */
    void switchTo(TenantId organisation);

    /** Remembers the colours for the person, on whatever browser they log in. */
    Mono<Void> remember(ColorMode mode);

    /** Ends this session and the one at the identity provider, and leaves the page. */
    void logOut();

    /** Address of the portal on the host of this session, with scheme and port. */
    String portalAddress();

    /** Address of the portal that is served under this host, with scheme and port. */
    String portalAt(String host);

    /** Address that shows the draft of the brand to whoever has this key, on the host of this session. */
    String draftAt(PreviewKey key);

    /** Address at which programs of this organisation reach the API, without a slash at the end. */
    String apiAddress();

    /** Title of the window on a page. */
    default String titled(String page) {
        return page + " · " + brandName();
    }

    /** Whether the person may change how the house looks and where it is reached: owners and admins of a reseller may. */
    default boolean isBrandEditor() {
        return isKeeper(Kind.RESELLER);
    }

    /** Whether the person looks after an organisation of this kind: its owners and administrators do. */
    default boolean isKeeper(Kind kind) {
        return current().kind() == kind
                && (current().role() == Role.OWNER || current().role() == Role.ADMIN);
    }

    /** Whether the person runs the platform. */
    default boolean isOperator() {
        return current().kind() == Kind.PLATFORM && current().role() == Role.OPERATOR;
    }

    /** Whether the person looks after what is sold: keepers of a reseller do, and operators what the platform sells. */
    default boolean isSeller() {
        return isKeeper(Kind.RESELLER) || isOperator();
    }

    /** What an organisation is on this platform. */
    enum Kind {
        CUSTOMER,
        RESELLER,
        PLATFORM
    }

    /**
     * An organisation that the person belongs to.
     *
     * @param role what the person may do in it
     */
    record Organisation(TenantId id, String name, Kind kind, Role role) {}
}
