package io.chom.embedded.mailbox;

import static io.chom.embedded.web.Html.escape;

import io.chom.embedded.web.Html;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mailbox as people see it. Everything from a mail is escaped; its HTML is shown in a frame that may do nothing. */
final class MailboxPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private MailboxPages() {}

    static String list(List<Message> messages) {
        return Html.page("Mailbox", """
                <h1>Mailbox</h1>
                <p class="quiet">Every mail of this installation ends here; none is delivered.
                As JSON: <a href="/api/messages">/api/messages</a></p>
                <div class="card">%s</div>
                """.formatted(messages.isEmpty() ? empty() : rows(messages)));
    }

    static String message(Message message) {
        return Html.page(message.subject(), """
                <p><a href="/">← Mailbox</a></p>
                <h1>%s</h1>
                <p class="quiet">%s<br>to %s<br>%s · <a href="/messages/%s/raw">raw</a></p>
                %s%s%s%s
                """.formatted(
                        title(message),
                        escape(message.from()),
                        escape(String.join(", ", message.to())),
                        time(message),
                        message.id(),
                        html(message),
                        text(message.text()),
                        attachments(message),
                        headers(message)));
    }

    static String notFound() {
        return Html.page("Not found", """
                <h1>No such mail</h1>
                <p><a href="/">← Mailbox</a></p>
                """);
    }

    private static String empty() {
        return "<p class=\"empty quiet\">No mail yet.</p>";
    }

    private static String rows(List<Message> messages) {
        return messages.stream()
                .map(MailboxPages::row)
                .collect(Collectors.joining("\n", "<ul class=\"list\">\n", "\n</ul>"));
    }

    private static String row(Message message) {
        return """
                <li><a href="/messages/%s"><strong>%s</strong><span class="quiet">%s</span>
                <span class="quiet">%s → %s</span></a></li>""".formatted(
                        message.id(),
                        title(message),
                        time(message),
                        escape(message.from()),
                        escape(String.join(", ", message.to())));
    }

    private static String title(Message message) {
        return message.subject().isBlank() ? "(no subject)" : escape(message.subject());
    }

    private static String time(Message message) {
        return TIME.format(Instant.parse(message.receivedAt()));
    }

    private static String html(Message message) {
        return message.html() == null ? "" : """
                <h2>HTML</h2>
                <div class="card"><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox"
                src="/messages/%s/html"></iframe></div>
                """.formatted(message.id());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : """
                <h2>Text</h2>
                <div class="card"><pre>%s</pre></div>
                """.formatted(escape(text));
    }

    private static String attachments(Message message) {
        return message.attachments().isEmpty()
                ? ""
                : message.attachments().stream()
                        .map(file -> "<tr><th>%s</th><td>%s, %d bytes</td></tr>"
                                .formatted(escape(file.name()), escape(file.type()), file.size()))
                        .collect(Collectors.joining(
                                "\n", "<h2>Attachments</h2>\n<div class=\"card\"><table>", "</table></div>"));
    }

    private static String headers(Message message) {
        return message.headers().stream()
                .map(header ->
                        "<tr><th>%s</th><td>%s</td></tr>".formatted(escape(header.name()), escape(header.value())))
                .collect(Collectors.joining("\n", "<h2>Headers</h2>\n<div class=\"card\"><table>", "</table></div>"));
    }
}
