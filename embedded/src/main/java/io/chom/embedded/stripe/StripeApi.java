package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import io.chom.embedded.web.Html;
import io.chom.embedded.web.Request;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the sandbox answers. */
final class StripeApi {

    private static final Pattern TEST_KEY = Pattern.compile("(sk|rk)_test_[A-Za-z0-9_]+");
    private static final String ACCOUNT = "acct_1ChomSandbox0000";
    private static final String VERSION = "Stripe-Version";
    private static final String LATEST = "2026-06-24.dahlia";

    private final SecureRandom random = new SecureRandom();

    Answer answer(Request request) {
        if (request.is("GET", "/")) {
            return Answer.html(200, page());
        }
        if (request.is("GET", "/style.css")) {
            return Answer.style();
        }
        return refusal(request)
                .map(StripeError::answer)
                .orElseGet(() -> authorised(request))
                .with("Request-Id", requestId())
                .with(VERSION, request.header().apply(VERSION).orElse(LATEST));
    }

    /** As Stripe does: first the key, then the address. */
    private static Optional<StripeError> refusal(Request request) {
        Optional<String> key = request.header()
                .apply("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()).strip());
        if (key.isEmpty()) {
            return Optional.of(StripeError.noKey());
        }
        return key.filter(value -> !TEST_KEY.matcher(value).matches()).map(StripeError::wrongKey);
    }

    private static Answer authorised(Request request) {
        return request.is("GET", "/v1/account")
                ? Answer.json(200, account())
                : StripeError.unknown(request.method(), request.path()).answer();
    }

    private static Map<String, Object> account() {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("id", ACCOUNT);
        account.put("object", "account");
        account.put("charges_enabled", true);
        account.put("country", "DE");
        account.put("default_currency", "eur");
        account.put("details_submitted", true);
        account.put("email", "sandbox@localhost");
        account.put("metadata", Map.of());
        account.put("payouts_enabled", true);
        account.put("settings", Map.of("dashboard", Map.of("display_name", "Sandbox", "timezone", "Etc/UTC")));
        account.put("type", "standard");
        return account;
    }

    private String requestId() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return "req_" + Base64.getUrlEncoder().encodeToString(bytes).replaceAll("[-_]", "0");
    }

    private static String page() {
        return Html.page("Stripe sandbox", """
                <h1>Stripe sandbox</h1>
                <p>This server speaks Stripe's protocol so that the portal runs without keys. No money moves, no card is real.</p>
                <p class="quiet">Programs use it as Stripe's API base, with any key that begins with <code>sk_test_</code>.
                To use Stripe itself, set <code>chom.stripe.api-base</code>.</p>
                """);
    }
}
