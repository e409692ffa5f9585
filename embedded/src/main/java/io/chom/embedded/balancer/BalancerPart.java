package io.chom.embedded.balancer;

import io.chom.embedded.part.Part;
import io.chom.embedded.part.PartFailed;
import io.chom.embedded.part.Site;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Undertow as a reverse proxy: one port for each kind of process, the first one for people. */
public final class BalancerPart implements Part {

    private static final String ADDRESS = "chom.embedded.balancer-url";
    private static final String ANYWHERE = "0.0.0.0";
    private static final int PATIENCE_MILLIS = 60_000;

    private final Site site;
    private final List<Gate> gates;
    private @Nullable Undertow running;
    private @Nullable Lookout lookout;

    /**
     * @param site gives it its ports
     * @param gates its ports and what is behind them, at least one
     */
    public BalancerPart(Site site, List<Gate> gates) {
        this.site = site;
        this.gates = List.copyOf(gates);
    }

    @Override
    public String label() {
        return "Proxy";
    }

    @Override
    public Map<String, String> start() throws IOException {
        Lookout watching = new Lookout(
                gates.stream().mapToInt(gate -> gate.backends().size()).sum());
        lookout = watching;
        Undertow.Builder builder = Undertow.builder()
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, PATIENCE_MILLIS)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, PATIENCE_MILLIS);
        List<Integer> ports = new ArrayList<>();
        for (Gate gate : gates) {
            int port = site.ports().claim(gate.port(), label());
            ports.add(port);
            Crew crew = new Crew();
            gate.backends().forEach(backend -> watching.watch(moved(backend), crew));
            builder.addHttpListener(port, ANYWHERE, new Threshold(passing(crew, gate)));
        }
        running = started(builder);
        return Map.of(ADDRESS, "http://localhost:" + ports.getFirst());
    }

    private Backend moved(Backend backend) {
        return new Backend(
                backend.name(), site.ports().moved(backend.port()), site.ports().moved(backend.healthPort()));
    }

    private static ProxyHandler passing(Crew crew, Gate gate) {
        return ProxyHandler.builder()
                .setProxyClient(crew)
                .setMaxConnectionRetries(gate.backends().size())
                .build();
    }

    private static Undertow started(Undertow.Builder builder) throws PartFailed {
        try {
            Undertow server = builder.build();
            server.start();
            return server;
        } catch (RuntimeException e) {
            throw new PartFailed("The proxy does not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        Undertow server = running;
        running = null;
        if (server != null) {
            server.stop();
        }
        Lookout watching = lookout;
        lookout = null;
        if (watching != null) {
            watching.close();
        }
    }
}
