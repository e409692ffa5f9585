package io.chom.embedded.balancer;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * The processes behind one port, of which those get requests that say they are ready. When none says so, those do that
 * answer at all: they tell better than we could what is wrong.
 */
final class Crew extends LoadBalancingProxyClient {

    /** What a process says when it is asked. */
    enum Word {
        READY,
        NOT_READY,
        NOTHING
    }

    /** The names that the portal gives its session's cookie, over HTTPS and over HTTP. */
    private static final Set<String> SESSION = Set.of("__Host-session", "session");

    private final Map<Backend, Word> words = new ConcurrentHashMap<>();
    private final Set<Backend> serving = new HashSet<>();

    Crew() {
        setConnectionsPerThread(500);
        setMaxQueueSize(2_000);
        setProblemServerRetry(1);
    }

    /** A process has said something. */
    synchronized void heard(Backend backend, Word word) {
        if (words.put(backend, word) != word) {
            serve();
        }
    }

    private void serve() {
        Map<Word, Set<Backend>> by = new EnumMap<>(Word.class);
        words.forEach((backend, word) ->
                by.computeIfAbsent(word, none -> new HashSet<>()).add(backend));
        Set<Backend> wanted = by.getOrDefault(Word.READY, by.getOrDefault(Word.NOT_READY, Set.of()));
        List.copyOf(serving).stream().filter(one -> !wanted.contains(one)).forEach(this::drop);
        wanted.stream().filter(serving::add).forEach(one -> addHost(one.address(), one.name()));
    }

    /** What is under way there goes on; its connections are closed when they are done. */
    private void drop(Backend backend) {
        serving.remove(backend);
        removeHost(backend.address());
    }

    /** A session is at home in the process that its id names at the end; when that is gone, any other will do. */
    @Override
    protected Iterator<CharSequence> parseRoutes(HttpServerExchange exchange) {
        return StreamSupport.stream(exchange.requestCookies().spliterator(), false)
                .filter(cookie -> SESSION.contains(cookie.getName()))
                .map(Crew::route)
                .iterator();
    }

    private static CharSequence route(Cookie session) {
        String id = session.getValue();
        return id.substring(id.lastIndexOf('.') + 1);
    }
}
