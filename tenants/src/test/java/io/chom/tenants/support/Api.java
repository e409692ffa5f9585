package io.chom.tenants.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.chom.tenants.developer.ApiKeyService;
import io.chom.tenants.developer.NewKey;
import io.chom.tenants.developer.Scope;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The running API, as a client sees it. */
public final class Api {

    public static final String ACME = "acme.localhost";
    public static final String NIMBUS = "nimbus.localhost";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ApplicationContext root;
    private final int port;

    Api(ApplicationContext root, int port) {
        this.root = root;
        this.port = port;
    }

    /** A client of a host, without a key. */
    public WebTestClient at(String host) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(HttpHeaders.HOST, host)
                .responseTimeout(PATIENCE)
                .build();
    }

    /** A client of a host, with a key. */
    public WebTestClient at(String host, String key) {
        return at(host).mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .build();
    }

    /** A new key of the tenant. */
    public String key(Acting owner, Scope... scopes) {
        return Objects.requireNonNull(root.getBean(ApiKeyService.class)
                .issue(new NewKey("test", Set.of(scopes), List.of(), null))
                .map(issued -> issued.secret().reveal())
                .contextWrite(TenantContext.as(owner))
                .block(PATIENCE));
    }

    /** Sends these very bytes on a connection of its own and reads all that comes back until the server closes it. */
    public String raw(String request) {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError("No answer to: " + request, e);
        }
    }

    /** A connection, to say on it whatever; an answer that does not come fails. */
    public Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }
}
