package io.chom.tenants.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.chom.tenants.platform.egress.FetchFault.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;

/** Whom the client believes, with a real server that has a certificate. */
class GuardedHttpCertificateTest {

    private static final char[] OPENS = "invented".toCharArray();

    @TempDir
    Path folder;

    @Test
    void a_certificate_has_to_be_of_a_known_authority_and_for_this_name() throws Exception {
        KeyStore right = certificate("right", "dns:localhost");
        KeyStore wrong = certificate("wrong", "dns:other.example");

        assertThat(asked(right, right)).isInstanceOf(Fetched.Document.class);
        assertThat(asked(right, null)).isEqualTo(new Fetched.Nothing(Kind.BAD_CERTIFICATE.of("localhost")));
        assertThat(asked(wrong, wrong)).isEqualTo(new Fetched.Nothing(Kind.BAD_CERTIFICATE.of("localhost")));
    }

    @Test
    void nobody_is_led_from_a_protected_place_to_an_open_one() throws Exception {
        KeyStore right = certificate("right", "dns:localhost");
        HttpsServer server = server(right);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:1/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThat(ask(server, trusting(right))).isEqualTo(new Fetched.Nothing(Kind.LED_ASTRAY.of("localhost")));
    }

    private Fetched asked(KeyStore shown, @org.jspecify.annotations.Nullable KeyStore believed) throws Exception {
        HttpsServer server = server(shown);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes());
            exchange.close();
        });
        return ask(server, believed == null ? UnaryOperator.identity() : trusting(believed));
    }

    private static Fetched ask(HttpsServer server, UnaryOperator<HttpClient> further) {
        server.start();
        try {
            var addresses = new GuardedAddresses(new EgressProperties(true, List.of(), List.of()));
            var address = WebAddress.of(
                            "https://localhost:" + server.getAddress().getPort() + "/")
                    .orElseThrow();
            return Objects.requireNonNull(new GuardedHttp(addresses, Set.of(), further)
                    .get(address, new FetchLimits(1000, Duration.ofSeconds(5)))
                    .block(Duration.ofSeconds(8)));
        } finally {
            server.stop(0);
        }
    }

    private static HttpsServer server(KeyStore shown) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(shown, OPENS);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static UnaryOperator<HttpClient> trusting(KeyStore believed) throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        var ssl = Http11SslContextSpec.forClient().configure(builder -> builder.trustManager(trust));
        return client -> client.secure(spec -> spec.sslContext(ssl));
    }

    /** Signed by itself; the store has it as something to show and as something to believe. */
    private KeyStore certificate(String name, String host) throws Exception {
        Path file = folder.resolve(name + ".p12");
        keytool("-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=" + host, file);
        keytool("-exportcert", "-alias", "own", "-file", folder.resolve(name + ".cer"), file);
        keytool("-importcert", "-noprompt", "-alias", "believed", "-file", folder.resolve(name + ".cer"), file);
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, OPENS);
        }
        return store;
    }

    private static void keytool(Object... arguments) throws Exception {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (int at = 0; at < arguments.length - 1; at++) {
            command.add(arguments[at].toString());
        }
        command.addAll(
                List.of("-keystore", arguments[arguments.length - 1].toString(), "-storepass", new String(OPENS)));
        int ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(ended).isZero();
    }
}
