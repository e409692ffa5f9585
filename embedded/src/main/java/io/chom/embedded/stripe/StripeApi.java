package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import io.chom.embedded.web.Html;
import io.chom.embedded.web.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What the sandbox answers. */
final class StripeApi {

    private static final Pattern TEST_KEY = Pattern.compile("(sk|rk)_test_[A-Za-z0-9_]+");
    private static final String VERSION = "Stripe-Version";
    private static final String KEY = "Idempotency-Key";
    private static final String ACCOUNT = "Stripe-Account";

    private final Sandbox sandbox;
    private final Outage outage;
    private final Idempotency idempotency;
    private final List<Route> routes = Routes.all();
    private final List<Route> controls;
    private final HostedPages pages;

    StripeApi(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.outage = new Outage(sandbox.clock());
        this.idempotency = new Idempotency(sandbox.clock());
        this.pages = new HostedPages(sandbox);
        this.controls = Controls.routes(outage);
    }

    Answer answer(Request request) {
        if (request.is("GET", "/")) {
            return Answer.html(200, page());
        }
        if (request.is("GET", "/style.css")) {
            return Answer.style();
        }
        Answer answer = pages.answer(request).orElseGet(() -> api(request));
        if (!request.method().equals("GET")) {
            sandbox.touch();
        }
        return answer;
    }

    private Answer api(Request request) {
        String id = Ids.random(14);
        Answer answer = refusal(request).map(StripeError::answer).orElseGet(() -> authorised(request, "req_" + id));
        return answer.status() == Answer.NONE.status()
                ? answer
                : answer.with("Request-Id", "req_" + id)
                        .with(VERSION, request.header().apply(VERSION).orElse(Journal.VERSION));
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

    private Answer authorised(Request request, String id) {
        if (request.path().startsWith("/sandbox/")) {
            return handled(request, controls, id);
        }
        return outage.answer(() -> once(request, () -> handled(request, routes, id)));
    }

    private Answer once(Request request, Supplier<Answer> answering) {
        Optional<String> key =
                request.header().apply(KEY).filter(value -> request.method().equals("POST"));
        if (key.isEmpty()) {
            return answering.get();
        }
        String account = request.header().apply(ACCOUNT).orElse("");
        String asked = request.path() + "?" + request.body();
        return idempotency.answer(account + " " + key.get(), asked, answering).with(KEY, key.get());
    }

    private Answer handled(Request request, List<Route> among, String id) {
        for (Route route : among) {
            Optional<List<String>> ids = route.match(request);
            if (ids.isPresent()) {
                return handled(request, route, ids.get(), id);
            }
        }
        return StripeError.unknown(request.method(), request.path()).answer();
    }

    private Answer handled(Request request, Route route, List<String> ids, String id) {
        synchronized (sandbox) {
            try {
                sandbox.catchUp(base(request));
                sandbox.journal()
                        .begin(Json.of("id", id)
                                .set(
                                        "idempotency_key",
                                        request.header().apply(KEY).orElse(null)));
                Json params = route.fields().read(Form.parse(request.query() + "&" + request.body()));
                List<String> expand = params.texts("expand");
                params.remove("expand");
                Shelf shelf = shelf(request);
                Json done = route.handler().handle(new Call(sandbox, shelf, ids, params, base(request)));
                return Answer.json(200, new Expansion(shelf).show(done, expand).plain());
            } catch (StripeError.Refused e) {
                return e.error().answer();
            } catch (RuntimeException e) {
                return StripeError.broken(e).answer();
            }
        }
    }

    private Shelf shelf(Request request) {
        return request.header()
                .apply(ACCOUNT)
                .map(account -> sandbox.shelf(account)
                        .orElseThrow(() -> StripeError.noAccess(account).refused()))
                .orElseGet(sandbox::platform);
    }

    /** The address of the sandbox as this client knows it. */
    static String base(Request request) {
        return "http://" + request.header().apply("Host").orElse("localhost");
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
