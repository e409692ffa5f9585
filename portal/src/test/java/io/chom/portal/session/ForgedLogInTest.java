package io.chom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.identity.ClientSecret;
import io.chom.tenants.identity.RealmName;
import io.chom.tenants.identity.Registration;
import io.chom.tenants.tenancy.HostName;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** The log-in as the security chain does it, against a provider that answers with forged tokens. */
class ForgedLogInTest {

    private static final String ISSUER = "http://acme.localhost:8180/realms/acme";
    private static final String NONCE = "the-nonce-of-this-browser";
    private static final String VERIFIER = "v".repeat(50);
    private static final String STATE = "state-of-this-browser";

    private static LyingProvider provider;
    private static AuthenticationProvider logIn;
    private static ClientRegistration client;
    private static ForgedTokens tokens;

    @BeforeAll
    static void start() throws IOException {
        provider = new LyingProvider();
        var chain = new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                request -> new DefaultOidcUser(null, request.getIdToken()));
        chain.setJwtDecoderFactory(new IdTokens());
        logIn = chain;
        client = BrandRegistrations.client(new Registration(
                HostName.of("acme.localhost"),
                new RealmName("acme"),
                Registration.CLIENT,
                new ClientSecret("a-secret-of-some-length-0123456789"),
                URI.create(ISSUER),
                URI.create(ISSUER + "/auth"),
                URI.create(ISSUER + "/logout"),
                provider.at("/token"),
                provider.at("/userinfo"),
                provider.at("/certs"),
                URI.create("http://acme.localhost:8080/login/oauth2/code/acme.localhost"),
                URI.create("http://acme.localhost:8080/"),
                Map.of()));
        tokens = new ForgedTokens(provider, ISSUER, NONCE, client.getClientSecret());
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void an_honest_token_logs_in() {
        provider.hands(() -> tokens.good(tokens.claims()), VERIFIER);

        assertThat(logIn(code(), STATE, VERIFIER).getName()).isEqualTo("subject");
    }

    static Stream<ForgedTokens.Lie> lies() {
        return tokens.lies();
    }

    @ParameterizedTest
    @MethodSource("lies")
    void no_forged_token_logs_in(ForgedTokens.Lie lie) {
        provider.hands(lie.token(), VERIFIER);

        assertThatThrownBy(() -> logIn(code(), STATE, VERIFIER)).isInstanceOf(AuthenticationException.class);
        assertThat(provider.trapped()).isZero();
    }

    @Test
    void a_code_logs_in_once() {
        provider.hands(() -> tokens.good(tokens.claims()), VERIFIER);
        String code = code();

        assertThatCode(() -> logIn(code, STATE, VERIFIER)).doesNotThrowAnyException();
        assertThatThrownBy(() -> logIn(code, STATE, VERIFIER)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void neither_the_state_of_another_browser_nor_a_missing_or_wrong_verifier_logs_in() {
        provider.hands(() -> tokens.good(tokens.claims()), VERIFIER);

        assertThatThrownBy(() -> logIn(code(), "state-of-another", VERIFIER))
                .isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> logIn(code(), STATE, null)).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> logIn(code(), STATE, "w".repeat(50))).isInstanceOf(AuthenticationException.class);
    }

    private static org.springframework.security.core.Authentication logIn(String code, String state, String verifier) {
        var request = OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(client.getProviderDetails().getAuthorizationUri())
                .redirectUri(client.getRedirectUri())
                .scope("openid")
                .state(STATE)
                .attributes(attributes -> {
                    attributes.put("nonce", NONCE);
                    if (verifier != null) {
                        attributes.put("code_verifier", verifier);
                    }
                })
                .build();
        var response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(client.getRedirectUri())
                .state(state)
                .build();
        return logIn.authenticate(
                new OAuth2LoginAuthenticationToken(client, new OAuth2AuthorizationExchange(request, response)));
    }

    private static String code() {
        return UUID.randomUUID().toString();
    }
}
