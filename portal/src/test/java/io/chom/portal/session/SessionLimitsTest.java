package io.chom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chom.portal.account.Device;
import io.chom.tenants.identity.Membership;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.RealmName;
import io.chom.tenants.identity.Role;
import io.chom.tenants.identity.SessionEnd;
import io.chom.tenants.identity.Subject;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.Tenant;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** Limits and ends of sessions on a real Tomcat, with a clock that the test moves. */
class SessionLimitsTest {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration ABSOLUTE = Duration.ofHours(12);
    private static final Tenant BAKERY = customer("bakery");
    private static final Tenant FLORIST = customer("florist");

    private final HttpClient client = HttpClient.newHttpClient();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final SessionProperties limits = new SessionProperties(IDLE, ABSOLUTE);
    private final Sessions sessions = new Sessions(limits, clock);
    private WebServer server;
    private volatile String who = "";

    @BeforeEach
    void start() {
        server = server("http://{host}");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void without_a_sign_of_the_person_it_is_over_after_the_idle_limit() throws Exception {
        String session = logIn("ada");
        clock.move(IDLE.minusSeconds(1));
        assertThat(get("/app", session)).isEqualTo(200);
        clock.move(IDLE.minusSeconds(1));
        assertThat(get("/app", session)).isEqualTo(200);
        clock.move(IDLE);
        assertThat(get("/app", session)).isEqualTo(401);
        assertThat(sessions.all()).isEmpty();
    }

    @Test
    void what_a_page_sends_by_itself_does_not_keep_it_open() throws Exception {
        String session = logIn("ada");
        for (int minute = 0; minute < 29; minute += 5) {
            clock.move(Duration.ofMinutes(5));
            assertThat(get(minute % 2 == 0 ? "/app?v-r=heartbeat&v-uiId=0" : "/app?v-r=push&v-uiId=0", session))
                    .isEqualTo(minute < 25 ? 200 : 401);
        }
    }

    @Test
    void whatever_the_person_does_it_is_over_after_the_absolute_limit() throws Exception {
        String session = logIn("ada");
        for (int quarter = 1; quarter < 48; quarter++) {
            clock.move(Duration.ofMinutes(15));
            assertThat(get("/app?v-r=uidl", session)).isEqualTo(200);
        }
        clock.move(Duration.ofMinutes(15));
        assertThat(get("/app?v-r=uidl", session)).isEqualTo(401);
        assertThat(get("/app?v-r=push", session)).isEqualTo(401);
    }

    @Test
    void the_absolute_limit_counts_from_the_password_and_not_from_the_session() throws Exception {
        String session = logIn("ada&age=" + ABSOLUTE.minusMinutes(10).toSeconds());
        clock.move(Duration.ofMinutes(9));
        assertThat(get("/app", session)).isEqualTo(200);
        clock.move(Duration.ofMinutes(1));
        assertThat(get("/app", session)).isEqualTo(401);
    }

    @Test
    void those_that_only_listen_are_ended_too() throws Exception {
        logIn("ada");
        clock.move(IDLE.minusSeconds(1));
        assertThat(sessions.over()).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(sessions.over()).hasSize(1).isEqualTo(sessions.all());
        sessions.over().forEach(OpenSession::end);
        assertThat(sessions.all()).isEmpty();
    }

    @Test
    void a_person_ends_their_own_and_nobody_elses() throws Exception {
        String here = logIn("ada");
        String there = logIn("ada");
        String other = logIn("ben");
        var mine = sessions.of(person("ada"));
        var bens = sessions.of(person("ben")).getFirst();

        assertThat(sessions.covered(new SessionEnd.One(person("ada"), bens.handle())))
                .isEmpty();
        assertThat(sessions.covered(
                        new SessionEnd.One(person("ada"), mine.getFirst().handle())))
                .containsExactly(mine.getFirst());
        assertThat(sessions.covered(
                        new SessionEnd.Others(person("ada"), mine.getFirst().handle())))
                .containsExactly(mine.getLast());

        mine.forEach(OpenSession::end);
        assertThat(get("/app", here)).isEqualTo(401);
        assertThat(get("/app", there)).isEqualTo(401);
        assertThat(get("/app", other)).isEqualTo(200);
    }

    @Test
    void who_listens_hears_of_every_one_that_begins_or_ends_at_the_same_time() throws Exception {
        int turns = 5_000;
        for (int person = 0; person < 4; person++) {
            logIn("person-" + person);
        }
        var heard = new ConcurrentHashMap<OpenSession, Integer>();
        sessions.news().subscribe(news -> heard.merge(news.session(), 1, Integer::sum));
        try (var threads = Executors.newFixedThreadPool(4)) {
            sessions.all()
                    .forEach(session -> threads.submit(() -> {
                        for (int turn = 0; turn < turns; turn++) {
                            sessions.remove(session);
                            sessions.add(session);
                        }
                    }));
        }
        assertThat(heard.values()).containsExactly(2 * turns, 2 * turns, 2 * turns, 2 * turns);
    }

    @Test
    void a_session_exceeds_what_is_left_when_a_role_or_a_membership_was_taken() throws Exception {
        logIn("ada");
        OpenSession session = sessions.having(BAKERY.id()).getFirst();

        assertThat(session.exceeds(List.of(in(BAKERY, Role.OWNER), in(FLORIST, Role.VIEWER))))
                .isFalse();
        assertThat(session.exceeds(List.of(in(BAKERY, Role.OWNER)))).isFalse();
        assertThat(session.exceeds(List.of(in(BAKERY, Role.ADMIN)))).isTrue();
        assertThat(session.exceeds(List.of(in(FLORIST, Role.OWNER)))).isTrue();
        assertThat(session.exceeds(List.of())).isTrue();
        assertThat(sessions.having(FLORIST.id())).isEmpty();
    }

    @Test
    void over_https_the_cookie_is_one_that_no_sibling_can_plant() throws Exception {
        String plain = cookie(server);
        assertThat(plain)
                .startsWith("session=")
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Domain");
        var secure = server("https://{host}");
        try {
            assertThat(cookie(secure))
                    .startsWith("__Host-session=")
                    .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                    .doesNotContain("Domain");
        } finally {
            secure.stop();
        }
    }

    @Test
    void of_several_cookies_only_the_session_of_this_host_counts_and_of_two_none() throws Exception {
        String own = logIn("ada");
        String foreign = logIn("ada&host=nimbus.localhost");
        String second = logIn("ben");

        assertThat(get("/app", foreign + "; " + own)).isEqualTo(200);
        assertThat(who).isEqualTo("ada at localhost");
        assertThat(get("/app", own + "; " + foreign)).isEqualTo(200);
        assertThat(who).isEqualTo("ada at localhost");
        assertThat(get("/app", own + "; " + second)).isEqualTo(401);
        assertThat(get("/app", second + "; " + own)).isEqualTo(401);
        assertThat(get("/app", "session=0; " + own + "; " + own)).isEqualTo(200);
    }

    @Test
    void another_process_goes_on_with_a_session_when_its_browser_asks_the_application() throws Exception {
        String cookie = logIn("ada");
        var session = sessions.all().getFirst();
        var others = new Sessions(limits, clock);
        var other = server("http://{host}", others, leftBy(session));
        try {
            for (String elsewhere : List.of("/", "/application")) {
                assertThat(get(other, elsewhere, cookie)).as(elsewhere).isEqualTo(401);
            }
            assertThat(get(other, "/app", cookie.replaceAll("=.{4}", "=0000"))).isEqualTo(401);
            assertThat(get(other, "/app", cookie + ".some where")).isEqualTo(401);
            assertThat(others.all()).isEmpty();

            assertThat(get(other, "/app/VAADIN/push?v-r=push&v-uiId=0", cookie)).isEqualTo(200);
            assertThat(get(other, "/app/usage?meter=storage", cookie)).isEqualTo(200);

            assertThat(others.all()).singleElement().satisfies(one -> {
                assertThat(one.handle()).isEqualTo(session.handle());
                assertThat(one.shown()).isEqualTo(session.shown());
                assertThat(one.kept(limits).ticket().mark())
                        .isEqualTo(session.kept(limits).ticket().mark());
            });
            clock.move(IDLE);
            assertThat(get(other, "/app?v-r=heartbeat", cookie)).isEqualTo(401);
            assertThat(others.all()).isEmpty();
        } finally {
            other.stop();
        }
    }

    @Test
    void nobody_goes_on_with_a_session_that_has_just_ended_here() throws Exception {
        String cookie = logIn("ada");
        var session = sessions.all().getFirst();
        var own = server("http://{host}", sessions, leftBy(session));
        try {
            session.end();
            assertThat(get(own, "/app", cookie)).as("before the book has heard").isEqualTo(401);
            sessions.struckOut(session.handle());
            assertThat(get(own, "/app", cookie)).as("told by the book before").isEqualTo(401);
            clock.move(Duration.ofMinutes(1));
            assertThat(get(own, "/app", cookie)).as("as the book says").isEqualTo(200);
        } finally {
            own.stop();
        }
    }

    @Test
    void pages_that_come_at_once_find_the_same_session() throws Exception {
        String cookie = logIn("ada");
        var others = new Sessions(limits, clock);
        var other = server("http://{host}", others, leftBy(sessions.all().getFirst()));
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(Collections.nCopies(16, () -> get(other, "/app", cookie)));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            assertThat(others.all()).hasSize(1);
        } finally {
            other.stop();
        }
    }

    /** What the book tells of a session, to whoever has its cookie. */
    private static KnownLogIns leftBy(OpenSession session) {
        var kept = session.kept(new SessionProperties(IDLE, ABSOLUTE));
        return (host, secret) -> TicketSeal.open(secret, kept.ticket())
                .map(contents -> new KnownLogIns.Known(session.user(), kept.signIn()));
    }

    @Test
    void limits_that_make_no_sense_do_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionProperties(Duration.ZERO, ABSOLUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionProperties(ABSOLUTE, IDLE));
    }

    private WebServer server(String publicUrl) {
        return server(publicUrl, sessions, (host, secret) -> Optional.empty());
    }

    private WebServer server(String publicUrl, Sessions sessions, KnownLogIns logIns) {
        var factory = new TomcatServletWebServerFactory(0);
        var settings = new MockEnvironment().withProperty("chom.ui.public-url", publicUrl);
        new SessionCookie(new PublicPlaces(settings), limits).customize(factory);
        new PlantedCookies().customize(factory);
        new SessionResumption(logIns, sessions).customize(factory);
        var started = factory.getWebServer(context -> {
            context.addFilter("limits", new SessionLimitFilter(sessions))
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
            context.addServlet("app", new App()).addMapping("/*");
        });
        started.start();
        return started;
    }

    /** Logs in whom the address names, and otherwise tells whether somebody is. */
    private final class App extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String name = request.getParameter("name");
            if (name != null) {
                var http = request.getSession();
                var user = user(name, host(request), age(request));
                http.setAttribute("who", name + " at " + user.host());
                new OpenSession(sessions, http, user, Device.of("curl"), clock.instant()).begin();
            } else if (request.getSession(false) == null) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                who = String.valueOf(request.getSession(false).getAttribute("who"));
            }
        }

        private HostName host(HttpServletRequest request) {
            String host = request.getParameter("host");
            return HostName.of(host == null ? "localhost" : host);
        }

        private Duration age(HttpServletRequest request) {
            String seconds = request.getParameter("age");
            return Duration.ofSeconds(seconds == null ? 0 : Long.parseLong(seconds));
        }
    }

    private PortalUser user(String name, HostName host, Duration age) {
        var token = new OidcIdToken(
                "token",
                clock.instant(),
                clock.instant().plusSeconds(300),
                Map.of(
                        "sub",
                        name,
                        "sid",
                        "s-" + name,
                        "auth_time",
                        clock.instant().minus(age)));
        var membership = new Membership(person(name), BAKERY, Role.OWNER, name);
        return new PortalUser(token, host, List.of(membership), membership, Optional.empty());
    }

    private String logIn(String query) throws IOException, InterruptedException {
        return send(server, "/log-in?name=" + query, "")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
    }

    private String cookie(WebServer at) throws IOException, InterruptedException {
        return send(at, "/log-in?name=ada", "")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    private int get(String path, String cookie) throws IOException, InterruptedException {
        return get(server, path, cookie);
    }

    private int get(WebServer at, String path, String cookie) throws IOException, InterruptedException {
        return send(at, path, cookie).statusCode();
    }

    private HttpResponse<Void> send(WebServer at, String path, String cookie) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + at.getPort() + path))
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.discarding());
    }

    private static Membership in(Tenant tenant, Role role) {
        return new Membership(person("ada"), tenant, role, "Ada");
    }

    private static PersonId person(String name) {
        return new PersonId(new RealmName("acme"), new Subject(name));
    }

    private static Tenant customer(String slug) {
        return new Tenant(
                TenantId.next(),
                TenantId.next(),
                Tenant.Kind.CUSTOMER,
                new Slug(slug),
                slug,
                Tenant.Status.ACTIVE,
                ZoneId.of("UTC"));
    }
}
