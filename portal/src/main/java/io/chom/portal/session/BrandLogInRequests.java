package io.chom.portal.session;

import io.chom.tenants.identity.CredentialChange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Turns {@code /log-in} into an authorization request, with PKCE, at the identity provider of the host's brand. A log-in
 * there that is older than a session may become is asked for again. One that is for a change of a credential goes on with
 * that at the provider, and ends where it began.
 */
class BrandLogInRequests implements OAuth2AuthorizationRequestResolver {

    static final String PATH = "/log-in";

    /** Names a {@link CredentialChange} that the log-in is for. */
    private static final String CHANGE = "change";

    private static final String ACCOUNT = "/app/account";

    private final DefaultOAuth2AuthorizationRequestResolver requests;

    BrandLogInRequests(ClientRegistrationRepository registrations, SessionProperties limits) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/never-asked-for");
        this.requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(
                        more -> more.put("max_age", limits.absolute().toSeconds()))));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return request.getRequestURI().equals(PATH) ? begun(request) : null;
    }

    private @Nullable OAuth2AuthorizationRequest begun(HttpServletRequest request) {
        var logIn = resolve(request, ServedBrand.of(request).host().value());
        var change = Optional.ofNullable(request.getParameter(CHANGE)).flatMap(CredentialChange::read);
        if (logIn == null || change.isEmpty()) {
            return logIn;
        }
        WayBack.leadTo(ACCOUNT, request);
        return OAuth2AuthorizationRequest.from(logIn)
                .additionalParameters(more -> more.put("kc_action", change.get().action()))
                .build();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String host) {
        return requests.resolve(request, host);
    }
}
