package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import io.chom.embedded.web.Html;
import io.chom.embedded.web.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages that Stripe shows to people. Whoever knows the address may look, as at Stripe. */
final class HostedPages {

    /** A page of one object: its address is {@code /name/account/id}, and what follows. */
    private static final Map<String, Page> PAGES = Map.of(
            "checkout", CheckoutPage::answer,
            "second-step", SecondStepPage::answer,
            "portal", PortalPage::answer,
            "invoice", InvoicePage::answer,
            "onboard", OnboardingPage::answer);

    private final Sandbox sandbox;

    HostedPages(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Answers a person. */
    interface Page {
        /**
         * Shows the page, or does what its form says.
         *
         * @param call whose parameters are those of the form or of the address
         * @param post whether a form was sent
         * @throws StripeError.Refused if there is no such page
         */
        Answer answer(Call call, boolean post);
    }

    /** The page at this address, if it is one of these. */
    Optional<Answer> answer(Request request) {
        String[] path = request.path().split("/");
        Page page = path.length < 4 ? null : PAGES.get(path[1]);
        return page == null ? Optional.empty() : Optional.of(answer(request, page, path));
    }

    private Answer answer(Request request, Page page, String[] path) {
        List<String> ids = Arrays.asList(path).subList(3, path.length);
        boolean post = request.method().equals("POST");
        String base = StripeApi.base(request);
        synchronized (sandbox) {
            try {
                sandbox.journal().begin(Json.of("id", null).set("idempotency_key", null));
                sandbox.catchUp(base);
                Shelf shelf = sandbox.shelf(path[2])
                        .orElseThrow(() -> StripeError.noSuch("account", path[2], "account")
                                .refused());
                Json form = Form.parse(post ? request.body() : request.query());
                return page.answer(new Call(sandbox, shelf, ids, form, base), post);
            } catch (StripeError.Refused e) {
                return Answer.html(e.error().status(), Html.page("Not possible", """
                        <h1>Not possible</h1>
                        <p>%s</p>
                        """.formatted(
                                Html.escape(e.error().message()))));
            }
        }
    }
}
