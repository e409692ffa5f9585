package io.chom.portal.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import io.chom.tenants.identity.Registration;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Tokens as a realm would sign them, and everything that can be wrong with one. */
final class ForgedTokens {

    private final LyingProvider provider;
    private final String issuer;
    private final String nonce;
    private final String secret;

    ForgedTokens(LyingProvider provider, String issuer, String nonce, String secret) {
        this.provider = provider;
        this.issuer = issuer;
        this.nonce = nonce;
        this.secret = secret;
    }

    /** One lie about an otherwise honest token. */
    record Lie(String name, Supplier<String> token) {

        @Override
        public String toString() {
            return name;
        }
    }

    Stream<Lie> lies() {
        return Stream.of(headers(), claimLies(), shapes()).flatMap(lies -> lies);
    }

    private Stream<Lie> headers() {
        String trap = provider.at("/stranger").toString();
        return Stream.of(
                new Lie("alg none", () -> plain() + "."),
                new Lie("alg none with a signature", () -> plain() + ".AAAA"),
                new Lie("alg None", () -> part("{\"alg\":\"None\"}") + "." + part(json(claims())) + "."),
                new Lie("HS256 with the public key", () -> mac(publicKey())),
                new Lie("HS256 with the client's secret", () -> mac(secret.getBytes())),
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

    private Stream<Lie> claimLies() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                claim("iss", "http://nimbus.localhost:8180/realms/nimbus"),
                claim("iss", issuer + "/"),
                claim("iss", null),
                claim("aud", "another-client"),
                claim("aud", null),
                claim("azp", "another-client"),
                claim("nonce", null),
                claim("nonce", LyingProvider.sha256("another browser's")),
                claim("nonce", nonce),
                claim("exp", now - 120),
                claim("exp", null),
                claim("iat", now + 3_600),
                claim("iat", null),
                claim("nbf", now + 3_600),
                claim("sub", null),
                claim("sub", ""));
    }

    private Stream<Lie> shapes() {
        return Stream.of(
                new Lie("two subjects", () -> signed(json(claims()).replaceFirst("\\{", "{\"sub\":\"other\","))),
                new Lie("two issuers", () -> signed(json(claims()).replaceFirst("\\{", "{\"iss\":\"http://evil\","))),
                new Lie("1 MB", () -> good(with("padding", "x".repeat(1_000_000)))),
                new Lie("changed after signing", () -> swapPayload(good(claims()))),
                new Lie("no signature", () -> good(claims()).replaceAll("\\.[^.]*$", ".")),
                new Lie("four parts", () -> good(claims()) + ".x"),
                new Lie("not a token", () -> "forged"));
    }

    /** What an honest token says. */
    Map<String, Object> claims() {
        long now = Instant.now().getEpochSecond();
        return new LinkedHashMap<>(Map.of(
                "iss",
                issuer,
                "sub",
                "subject",
                "aud",
                Registration.CLIENT,
                "azp",
                Registration.CLIENT,
                "nonce",
                LyingProvider.sha256(nonce),
                "iat",
                now,
                "exp",
                now + 60));
    }

    private Map<String, Object> with(String name, Object value) {
        var claims = claims();
        if (value == null) {
            claims.remove(name);
        } else {
            claims.put(name, value);
        }
        return claims;
    }

    private Lie claim(String name, Object value) {
        return new Lie(name + " " + value, () -> good(with(name, value)));
    }

    private String json(Map<String, Object> claims) {
        return JsonMapper.shared().writeValueAsString(claims);
    }

    /** An honest token with these claims. */
    String good(Map<String, Object> claims) {
        return signed(json(claims));
    }

    private String signed(String claims) {
        return LyingProvider.signed(provider.key, LyingProvider.header("good").build(), claims);
    }

    private String strange(JWSHeader header) {
        return LyingProvider.signed(provider.stranger, header, json(claims()));
    }

    private String plain() {
        return new PlainHeader().toBase64URL() + "." + part(json(claims()));
    }

    private String part(String text) {
        return Base64URL.encode(text).toString();
    }

    private String swapPayload(String token) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + part(json(with("sub", "somebody-else"))) + "." + parts[2];
    }

    private String mac(byte[] secret) {
        try {
            return LyingProvider.signed(
                    new MACSigner(secret),
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("good").build(),
                    json(claims()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] publicKey() {
        try {
            return provider.key.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
