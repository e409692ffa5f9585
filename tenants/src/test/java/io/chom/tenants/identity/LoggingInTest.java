package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.tenancy.Brands;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LogInTest
class LoggingInTest {

    private static final String VERIFIER = "a-verifier-of-the-right-length-that-nobody-would-guess-0123456789";
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    LogIns logIns;

    @Autowired
    MembershipService memberships;

    @Autowired
    Brands brands;

    @Autowired
    Credentials credentials;

    @Autowired
    SessionEnds ends;

    private Registration acme;
    private Registration nimbus;

    @BeforeEach
    void registrations() {
        acme = logIns.on(TwoHouses.ACME).orElseThrow();
        nimbus = logIns.on(TwoHouses.NIMBUS).orElseThrow();
    }

    @Test
    void a_code_becomes_tokens_whose_issuer_is_the_public_address_of_the_host() throws Exception {
        Member ada = provision("ada@acme.example", Role.OWNER);
        var visitor = new Visitor(acme);

        var back = visitor.logIn(request(acme), "ada@acme.example", PASSWORD);

        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location()).startsWith(acme.redirect() + "?");
        assertThat(back.parameter("state")).isEqualTo("some-state");
        JsonNode claims = claims(exchange(visitor, back.parameter("code"), VERIFIER));
        assertThat(claims.path("iss").asString()).isEqualTo(acme.issuer().toString());
        assertThat(claims.path("sub").asString())
                .isEqualTo(ada.person().subject().value());
        assertThat(claims.path("aud").asString()).isEqualTo(Registration.CLIENT);
        assertThat(claims.path("nonce").asString()).isEqualTo("some-nonce");
        assertThat(claims.path("email").asString()).isEqualTo("ada@acme.example");
    }

    @Test
    void people_see_their_own_credentials_and_nobody_elses() {
        Member ada = provision("ada-sees@acme.example", Role.OWNER);
        var stranger = new PersonId(new RealmName("nimbus"), ada.person().subject());

        assertThat(credentialsOf(ada.person())).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Credential.Kind.PASSWORD);
            assertThat(one.since()).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        });
        assertThat(credentialsOf(stranger)).isEmpty();
    }

    private List<Credential> credentialsOf(PersonId person) {
        var actor = new Actor(Actor.Kind.PERSON, person.actorId(), Set.of("owner"));
        return credentials
                .mine()
                .contextWrite(TenantContext.as(new Acting(Acme.ID, Acme.ID, actor)))
                .collectList()
                .block(Duration.ofSeconds(30));
    }

    @Test
    void a_code_is_worth_nothing_without_its_verifier_or_a_second_time() throws Exception {
        provision("ada@acme.example", Role.OWNER);
        var visitor = new Visitor(acme);
        String first =
                visitor.logIn(request(acme), "ada@acme.example", PASSWORD).parameter("code");

        assertThat(exchange(visitor, first, "another-verifier-of-the-right-length-0123456789-0123456789")
                        .status())
                .isEqualTo(400);
        String second = visitor.get(visitor.authorization(request(acme))).parameter("code");
        assertThat(exchange(visitor, second, VERIFIER).status()).isEqualTo(200);
        assertThat(exchange(visitor, second, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void a_browser_whose_log_in_was_ended_or_has_become_too_old_is_asked_again() throws Exception {
        provision("ada@acme.example", Role.OWNER);
        var visitor = new Visitor(acme);
        String code = visitor.logIn(request(acme), "ada@acme.example", PASSWORD).parameter("code");
        String session = claims(exchange(visitor, code, VERIFIER)).path("sid").asString();
        var tooOld = new TreeMap<>(request(acme));
        tooOld.put("max_age", "0");

        assertThat(visitor.get(visitor.authorization(request(acme))).status())
                .as("known to the provider")
                .isEqualTo(302);
        // The provider counts in whole seconds.
        await().atMost(Duration.ofSeconds(5))
                .until(() -> visitor.get(visitor.authorization(tooOld)).status() == 200);
        var logIn = new LogInSession(new RealmName("acme"), session);
        ends.atProvider(logIn).then(ends.atProvider(logIn)).block(Duration.ofSeconds(10));
        assertThat(visitor.get(visitor.authorization(request(acme))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://nimbus.localhost:18080/",
                "http://acme.localhost:18080.evil.example/",
                "http://acme.localhost:18080@evil.example/",
                "//evil.example/",
                "javascript:alert(1)"
            })
    void nobody_is_sent_elsewhere_after_logging_out(String address) throws Exception {
        var answer = new Visitor(acme).get(logOutTo(address));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
        assertThat(answer.body()).doesNotContain("href=\"" + address);
    }

    private URI logOutTo(String address) {
        return URI.create(acme.endSession() + "?client_id=" + acme.clientId() + "&post_logout_redirect_uri="
                + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    @Test
    void a_request_without_a_challenge_is_refused() throws Exception {
        var request = new TreeMap<>(request(acme));
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        var visitor = new Visitor(acme);

        var answer = visitor.get(visitor.authorization(request));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).startsWith(acme.redirect().toString());
        assertThat(answer.parameter("error")).isEqualTo("invalid_request");
        assertThat(answer.location()).doesNotContain("code=");
    }

    @Test
    void a_plain_challenge_is_refused() throws Exception {
        var request = new TreeMap<>(request(acme));
        request.put("code_challenge_method", "plain");
        var visitor = new Visitor(acme);

        assertThat(visitor.get(visitor.authorization(request)).parameter("error"))
                .isEqualTo("invalid_request");
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_exactly_the_hosts() throws Exception {
        for (String address : new String[] {
            "https://evil.example/",
            acme.redirect() + "/more",
            acme.redirect() + "?more=1",
            acme.redirect().toString().replace(":18080", ""),
            acme.redirect().toString().replace("http:", "https:"),
            nimbus.redirect().toString()
        }) {
            var request = new TreeMap<>(request(acme));
            request.put("redirect_uri", address);
            var visitor = new Visitor(acme);

            var answer = visitor.get(visitor.authorization(request));

            assertThat(answer.status()).as(address).isEqualTo(400);
            assertThat(answer.location()).as(address).isEmpty();
            assertThat(answer.body()).as(address).contains("Acme Hosting").contains("That did not work");
        }
    }

    @Test
    void a_user_of_one_house_cannot_log_in_at_another() throws Exception {
        provision("only-acme@acme.example", Role.MEMBER);

        var answer = new Visitor(nimbus).logIn(request(nimbus), "only-acme@acme.example", PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("do not match").contains("Nimbus Cloud");
    }

    @Test
    void after_several_failures_even_the_right_password_has_to_wait() throws Exception {
        provision("target@acme.example", Role.MEMBER);
        var visitor = new Visitor(acme);
        for (int failure = 0; failure < 8; failure++) {
            assertThat(visitor.logIn(request(acme), "target@acme.example", "wrong password " + failure)
                            .body())
                    .contains("do not match");
        }

        var answer = visitor.logIn(request(acme), "target@acme.example", PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        // The same words as for a wrong password: whoever guesses does not learn that they were right.
        assertThat(answer.body()).contains("do not match");
    }

    @Test
    void the_page_wears_the_brand_and_names_nobody_else() throws Exception {
        var visitor = new Visitor(acme);
        var page = visitor.get(visitor.authorization(request(acme)));
        var assets = brands.of(Acme.ID).assets();

        assertThat(page.body())
                .contains("Acme Hosting")
                .contains("http://acme.localhost:18080" + assets.stylesheet().path())
                .contains("http://acme.localhost:18080" + assets.logoOnLight().path())
                .contains("http://acme.localhost:18080" + assets.logoOnDark().path())
                .contains("http://acme.localhost:18080" + assets.favicon().path());
        assertThat(visible(page.body())).doesNotContain("keycloak", "chom", "nimbus");
        // The policy forbids scripts within the page, so one would be dead.
        assertThat(page.body()).doesNotContain("<script>", "onclick=", "onsubmit=", "style=");
        assertThat(page.policy()).contains("script-src 'self';").doesNotContain("unsafe");
        var error = visitor.get(visitor.authorization(Map.of("client_id", "nobody")));
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.body())
                .contains("Acme Hosting")
                .contains(assets.stylesheet().path());
        assertThat(visible(error.body())).doesNotContain("keycloak", "chom", "nimbus");
    }

    @Test
    void the_page_speaks_the_visitors_language() throws Exception {
        var request = new TreeMap<>(request(acme));
        request.put("ui_locales", "de");
        var visitor = new Visitor(acme);

        assertThat(visitor.get(visitor.authorization(request)).body())
                .contains("lang=\"de\"")
                .contains("Passwort vergessen?")
                .contains("Angemeldet bleiben");
    }

    @Test
    void the_consoles_of_the_provider_are_shut() throws Exception {
        var visitor = new Visitor(acme);
        for (String console : new String[] {"account-console", "security-admin-console"}) {
            var request = new TreeMap<>(request(acme));
            request.put("client_id", console);
            request.put("redirect_uri", acme.issuer() + "/account/");

            assertThat(visitor.get(visitor.authorization(request)).status())
                    .as(console)
                    .isGreaterThanOrEqualTo(400);
        }
    }

    private Member provision(String email, Role role) {
        Member member = memberships
                .provision(new NewMember(EmailAddress.of(email), "Ada Lovelace", role), PASSWORD)
                .contextWrite(TenantContext.as(TwoHouses.job(Acme.RESELLER)))
                .block(Duration.ofSeconds(30));
        assertThat(member).isNotNull();
        return member;
    }

    private static Map<String, String> request(Registration at) {
        return Map.of(
                "client_id", Registration.CLIENT,
                "response_type", "code",
                "scope", "openid email profile",
                "redirect_uri", at.redirect().toString(),
                "state", "some-state",
                "nonce", "some-nonce",
                "code_challenge", challenge(),
                "code_challenge_method", "S256");
    }

    private static String challenge() {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Visitor.Answer exchange(Visitor visitor, String code, String verifier) throws Exception {
        return visitor.post(
                acme.token(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        acme.redirect().toString(),
                        "client_id",
                        acme.clientId(),
                        "client_secret",
                        acme.clientSecret().value(),
                        "code_verifier",
                        verifier));
    }

    private static JsonNode claims(Visitor.Answer tokens) {
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        String token =
                JsonMapper.shared().readTree(tokens.body()).path("id_token").asString();
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String visible(String page) {
        return page.toLowerCase(Locale.ROOT);
    }
}
