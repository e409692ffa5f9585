package io.chom.portal.session;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Turns {@code /log-in} into an authorization request, with PKCE, at the identity provider of the host's brand. A log-in
 * there that is older than a session may become is asked for again.
 */
class BrandLogInRequests implements OAuth2AuthorizationRequestResolver {

    static final String PATH = "/log-in";

    private final DefaultOAuth2AuthorizationRequestResolver requests;

    BrandLogInRequests(ClientRegistrationRepository registrations, SessionProperties limits) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/never-asked-for");
        this.requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(
                        more -> more.put("max_age", limits.absolute().toSeconds()))));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return request.getRequestURI().equals(PATH)
                ? resolve(request, ServedBrand.of(request).host().value())
                : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String host) {
        return requests.resolve(request, host);
    }
}
