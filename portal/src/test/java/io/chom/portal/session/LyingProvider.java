package io.chom.portal.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An identity provider on loopback that hands out whatever ID token a test wants, for a code that fits. */
final class LyingProvider implements AutoCloseable {

    private final HttpServer server;
    private final Set<String> spent = new HashSet<>();
    private final AtomicInteger trap = new AtomicInteger();
    private volatile Supplier<String> token = () -> "";
    private volatile String challenge = "";

    final RSAKey key = key("good");
    final RSAKey stranger = key("stranger");

    LyingProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/certs", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/stranger", this::caught);
        server.createContext("/token", this::exchange);
        server.start();
    }

    /** The next code is exchanged for this token, if its verifier has this challenge. */
    void hands(Supplier<String> idToken, String verifier) {
        token = idToken;
        challenge = sha256(verifier);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** How often somebody fetched keys from where a token said they were. */
    int trapped() {
        return trap.get();
    }

    static String signed(RSAKey key, JWSHeader header, String claims) {
        try {
            return signed(new RSASSASigner(key), header, claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWSSigner signer, JWSHeader header, String claims) {
        try {
            var token = new JWSObject(header, new Payload(claims));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWSHeader.Builder header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid);
    }

    static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void exchange(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String verifier = form.replaceAll("^(?!.*code_verifier=).*$|.*code_verifier=([^&]*).*", "$1");
        String code = form.replaceAll(".*\\bcode=([^&]*).*", "$1");
        if (!sha256(verifier).equals(challenge) || !spent.add(code)) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"scope\":\"openid\",\"id_token\":\""
                            + token.get() + "\"}");
        }
    }

    private void caught(HttpExchange exchange) throws IOException {
        trap.incrementAndGet();
        answer(exchange, 200, new JWKSet(stranger.toPublicJWK()).toString());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
