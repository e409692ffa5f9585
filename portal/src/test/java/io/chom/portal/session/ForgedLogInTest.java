package io.chom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import io.chom.tenants.identity.ClientSecret;
import io.chom.tenants.identity.RealmName;
import io.chom.tenants.identity.Registration;
import io.chom.tenants.tenancy.HostName;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
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
import tools.jackson.databind.json.JsonMapper;

/** The log-in as the security chain does it, against a provider that answers with forged tokens. */
class ForgedLogInTest {

    private static final String ISSUER = "http://acme.localhost:8180/realms/acme";
    private static final String NONCE = "the-nonce-of-this-browser";
    private static final String VERIFIER = "v".repeat(50);
    private static final String STATE = "state-of-this-browser";

    private static LyingProvider provider;
    private static AuthenticationProvider logIn;
    private static ClientRegistration client;

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
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void an_honest_token_logs_in() {
        provider.hands(() -> good(claims()), VERIFIER);

        assertThat(logIn(code(), STATE, VERIFIER).getName()).isEqualTo("subject");
    }

    /** One lie about an otherwise honest token. */
    private record Lie(String name, Supplier<String> token) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("lies")
    void no_forged_token_logs_in(Lie lie) {
        provider.hands(lie.token(), VERIFIER);

        assertThatThrownBy(() -> logIn(code(), STATE, VERIFIER)).isInstanceOf(AuthenticationException.class);
        assertThat(provider.trapped()).isZero();
    }

    static Stream<Lie> lies() {
        return Stream.of(headers(), claimLies(), shapes()).flatMap(lies -> lies);
    }

    private static Stream<Lie> headers() {
        String trap = provider.at("/stranger").toString();
        return Stream.of(
                new Lie("alg none", () -> plain() + "."),
                new Lie("alg none with a signature", () -> plain() + ".AAAA"),
                new Lie("alg None", () -> part("{\"alg\":\"None\"}") + "." + part(json(claims())) + "."),
                new Lie("HS256 with the public key", () -> mac(publicKey())),
                new Lie(
                        "HS256 with the client's secret",
                        () -> mac(client.getClientSecret().getBytes())),
                new Lie(
                        "RS512",
                        () -> LyingProvider.signed(
                                provider.key,
                                new JWSHeader.Builder(JWSAlgorithm.RS512)
                                        .keyID("good")
                                        .build(),
                                json(claims()))),
                new Lie(
                        "another key under our kid",
                        () -> strange(LyingProvider.header("good").build())),
                new Lie(
                        "unknown kid",
                        () -> strange(LyingProvider.header("stranger").build())),
                new Lie(
                        "kid is a path",
                        () -> strange(LyingProvider.header("../../certs").build())),
                new Lie(
                        "kid is an address",
                        () -> strange(LyingProvider.header(trap).build())),
                new Lie(
                        "jku",
                        () -> strange(LyingProvider.header("stranger")
                                .jwkURL(URI.create(trap))
                                .build())),
                new Lie(
                        "x5u",
                        () -> strange(LyingProvider.header("stranger")
                                .x509CertURL(URI.create(trap))
                                .build())),
                new Lie(
                        "jwk in the header",
                        () -> strange(LyingProvider.header("stranger")
                                .jwk(provider.stranger.toPublicJWK())
                                .build())),
                new Lie(
                        "critical header",
                        () -> LyingProvider.signed(
                                provider.key,
                                LyingProvider.header("good")
                                        .criticalParams(java.util.Set.of("forged"))
                                        .customParam("forged", 1)
                                        .build(),
                                json(claims()))));
    }

    private static Stream<Lie> claimLies() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                claim("iss", "http://nimbus.localhost:8180/realms/nimbus"),
                claim("iss", ISSUER + "/"),
                claim("iss", null),
                claim("aud", "another-client"),
                claim("aud", null),
                claim("azp", "another-client"),
                claim("nonce", null),
                claim("nonce", LyingProvider.sha256("another browser's")),
                claim("nonce", NONCE),
                claim("exp", now - 120),
                claim("exp", null),
                claim("iat", now + 3_600),
                claim("iat", null),
                claim("nbf", now + 3_600),
                claim("sub", null),
                claim("sub", ""));
    }

    private static Stream<Lie> shapes() {
        return Stream.of(
                new Lie("two subjects", () -> signed(json(claims()).replaceFirst("\\{", "{\"sub\":\"other\","))),
                new Lie("two issuers", () -> signed(json(claims()).replaceFirst("\\{", "{\"iss\":\"http://evil\","))),
                new Lie("1 MB", () -> good(with("padding", "x".repeat(1_000_000)))),
                new Lie("changed after signing", () -> swapPayload(good(claims()))),
                new Lie("no signature", () -> good(claims()).replaceAll("\\.[^.]*$", ".")),
                new Lie("four parts", () -> good(claims()) + ".x"),
                new Lie("not a token", () -> "forged"));
    }

    @Test
    void a_code_logs_in_once() {
        provider.hands(() -> good(claims()), VERIFIER);
        String code = code();

        assertThatCode(() -> logIn(code, STATE, VERIFIER)).doesNotThrowAnyException();
        assertThatThrownBy(() -> logIn(code, STATE, VERIFIER)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void neither_the_state_of_another_browser_nor_a_missing_or_wrong_verifier_logs_in() {
        provider.hands(() -> good(claims()), VERIFIER);

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

    private static Map<String, Object> claims() {
        long now = Instant.now().getEpochSecond();
        return new LinkedHashMap<>(Map.of(
                "iss",
                ISSUER,
                "sub",
                "subject",
                "aud",
                Registration.CLIENT,
                "azp",
                Registration.CLIENT,
                "nonce",
                LyingProvider.sha256(NONCE),
                "iat",
                now,
                "exp",
                now + 60));
    }

    private static Map<String, Object> with(String name, Object value) {
        var claims = claims();
        if (value == null) {
            claims.remove(name);
        } else {
            claims.put(name, value);
        }
        return claims;
    }

    private static Lie claim(String name, Object value) {
        return new Lie(name + " " + value, () -> good(with(name, value)));
    }

    private static String json(Map<String, Object> claims) {
        return JsonMapper.shared().writeValueAsString(claims);
    }

    private static String good(Map<String, Object> claims) {
        return signed(json(claims));
    }

    private static String signed(String claims) {
        return LyingProvider.signed(provider.key, LyingProvider.header("good").build(), claims);
    }

    private static String strange(JWSHeader header) {
        return LyingProvider.signed(provider.stranger, header, json(claims()));
    }

    private static String plain() {
        return new PlainHeader().toBase64URL() + "." + part(json(claims()));
    }

    private static String part(String text) {
        return Base64URL.encode(text).toString();
    }

    private static String swapPayload(String token) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + part(json(with("sub", "somebody-else"))) + "." + parts[2];
    }

    private static String mac(byte[] secret) {
        try {
            return LyingProvider.signed(
                    new MACSigner(secret),
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("good").build(),
                    json(claims()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] publicKey() {
        try {
            return provider.key.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
