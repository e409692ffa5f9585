package io.chom.bench;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * The least that WebFlux and R2DBC can do: say hello, read one row, store one event. No log-in, no tenants, nothing in
 * between. What the program adds is measured against it.
 */
final class BareServer {

    /** As many connections as the program has. */
    private static final int POOL = 20;

    private final DatabaseClient database;

    private BareServer(URI url, String password) {
        var connections = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(url.getHost())
                .port(url.getPort())
                .database(url.getPath().substring(1))
                .username("postgres")
                .password(password)
                .loopResources(
                        LoopResources.create("postgres", 1, Runtime.getRuntime().availableProcessors(), true, false))
                .build());
        this.database = DatabaseClient.create(new ConnectionPool(
                ConnectionPoolConfiguration.builder(connections).maxSize(POOL).build()));
    }

    /** @param arguments port, address of the database, password */
    static void main(String[] arguments) {
        var server = new BareServer(URI.create(arguments[1]), arguments[2]);
        server.prepare().block();
        HttpHandler handler = RouterFunctions.toHttpHandler(server.routes());
        HttpServer.create()
                .port(Integer.parseInt(arguments[0]))
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow()
                .onDispose()
                .block();
    }

    private Mono<Void> prepare() {
        return database.sql("create table row (id integer primary key, name text not null)")
                .then()
                .then(database.sql("insert into row select n, 'row ' || n from generate_series(1, 10000) n")
                        .then())
                .then(database.sql("""
                                create table event (tenant uuid, id text, meter text, quantity numeric,
                                                    time timestamptz, primary key (tenant, id))""").then());
    }

    private RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/hello", request -> ServerResponse.ok().bodyValue("hello"))
                .GET("/row/{id}", this::row)
                .POST("/event", this::event)
                .build();
    }

    private Mono<ServerResponse> row(ServerRequest request) {
        return database.sql("select id, name from row where id = :id")
                .bind("id", Integer.parseInt(request.pathVariable("id")))
                .map(row -> new Row(
                        java.util.Objects.requireNonNull(row.get("id", Integer.class)),
                        java.util.Objects.requireNonNull(row.get("name", String.class))))
                .one()
                .flatMap(row -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(row));
    }

    private Mono<ServerResponse> event(ServerRequest request) {
        return request.bodyToMono(Event.class)
                .flatMap(event -> database.sql("""
                                insert into event values (:tenant, :id, :meter, :quantity, :time)
                                on conflict do nothing""")
                        .bind("tenant", event.tenant())
                        .bind("id", event.id())
                        .bind("meter", event.meter())
                        .bind("quantity", event.quantity())
                        .bind("time", event.time())
                        .then())
                .then(ServerResponse.accepted().build());
    }

    private record Row(int id, String name) {}

    private record Event(UUID tenant, String id, String meter, BigDecimal quantity, Instant time) {}
}
