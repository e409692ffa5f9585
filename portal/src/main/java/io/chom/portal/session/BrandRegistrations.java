package io.chom.portal.session;

import io.chom.tenants.identity.LogIns;
import io.chom.tenants.identity.Registration;
import io.chom.tenants.tenancy.HostName;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * OIDC registrations, one per host that is served: the id of a registration is the host. They come from memory; a host
 * that we do not serve never causes a discovery.
 */
@Component
class BrandRegistrations implements ClientRegistrationRepository {

    /** Where every brand's identity provider sends the browser back to; the last part is the host. */
    static final String CALLBACK = "/login/oauth2/code/*";

    private final LogIns logIns;

    BrandRegistrations(LogIns logIns) {
        this.logIns = logIns;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String host) {
        return find(host).map(BrandRegistrations::client).orElse(null);
    }

    /** Headers with which the token endpoint answers as the public address of the host does. */
    Map<String, String> forwarded(String host) {
        return find(host).map(Registration::forwarded).orElse(Map.of());
    }

    private Optional<Registration> find(String host) {
        return HostName.isValid(host) ? logIns.on(HostName.of(host)) : Optional.empty();
    }

    static ClientRegistration client(Registration registration) {
        return ClientRegistration.withRegistrationId(registration.id())
                .clientId(registration.clientId())
                .clientSecret(registration.clientSecret().value())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(registration.redirect().toString())
                .scope("openid", "profile", "email")
                .issuerUri(registration.issuer().toString())
                .authorizationUri(registration.authorization().toString())
                .tokenUri(registration.token().toString())
                .jwkSetUri(registration.keys().toString())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", registration.endSession().toString()))
                .build();
    }
}
