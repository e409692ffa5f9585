package io.chom.embedded.stripe;

import static io.chom.embedded.web.Html.escape;

import io.chom.embedded.web.Answer;
import io.chom.embedded.web.Html;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the pages have in common. */
final class Forms {

    private static final String CARDS = """
            <p class="quiet">4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined,
            4000 0025 0000 3155 asks for a second step.</p>
            """;

    private Forms() {}

    static Answer page(int status, String title, String body) {
        return Answer.form(status, Html.page(title, """
                <p class="quiet">Stripe sandbox: no money moves, no card is real.</p>
                <h1>%s</h1>
                %s
                """.formatted(escape(title), body)));
    }

    /** A form that is sent to the page itself. */
    static String form(String inner) {
        return "<form method=\"post\" class=\"card form\">%s</form>".formatted(inner);
    }

    static String card() {
        return field("Card number", "card", "text", "4242 4242 4242 4242") + CARDS;
    }

    static String field(String label, String name, String type, String value) {
        return "<label>%s<input name=\"%s\" type=\"%s\" value=\"%s\" required></label>"
                .formatted(escape(label), name, type, escape(value));
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escape(value));
    }

    static String button(String label, String name, String value) {
        return "<button name=\"%s\" value=\"%s\">%s</button>".formatted(name, value, escape(label));
    }

    /** A link, if the address is one of the web. */
    static String link(String label, String url) {
        return !Urls.isWeb(url) ? "" : "<p><a href=\"%s\">%s</a></p>".formatted(escape(url), escape(label));
    }

    static String alert(String message) {
        return message.isEmpty() ? "" : "<p role=\"alert\" class=\"alert\">%s</p>".formatted(escape(message));
    }

    /** Lines of an amount each. */
    static String table(List<Json> lines, String amount) {
        return lines.stream()
                .map(line -> "<tr><th>%s</th><td>%s</td></tr>"
                        .formatted(
                                escape(line.text("description").orElse("")),
                                money(line.number(amount), line.string("currency"))))
                .collect(Collectors.joining("\n", "<div class=\"card\"><table>", "</table></div>"));
    }

    /** An amount with the decimals of its currency, such as {@code 19.99 EUR}. */
    static String money(long minor, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        int decimals = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, decimals).toPlainString() + " " + code;
    }

    /** The card that was typed in. */
    static TestCard typed(Json form) {
        return TestCard.find(form.text("card").orElse(""))
                .orElseThrow(
                        () -> StripeError.card("incorrect_number", "incorrect_number", "Your card number is incorrect.")
                                .refused());
    }
}
