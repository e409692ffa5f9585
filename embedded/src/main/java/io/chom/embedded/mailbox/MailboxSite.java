package io.chom.embedded.mailbox;

import io.chom.embedded.web.Answer;
import io.chom.embedded.web.Request;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the browser and programs.
 *
 * @param folder the mails
 */
record MailboxSite(MessageFolder folder) {

    /** A mail may show pictures and be dressed; links open a new window; nothing runs. */
    private static final String MAIL_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:; frame-ancestors 'self'";

    Answer answer(Request request) {
        if (request.is("GET", "/")) {
            return Answer.html(200, MailboxPages.list(folder.all()));
        }
        if (request.is("GET", "/style.css")) {
            return Answer.style();
        }
        return request.path().startsWith("/api/") ? api(request) : page(request);
    }

    private Answer api(Request request) {
        if (request.is("GET", "/api/messages")) {
            return Answer.json(200, folder.all().stream().map(Message::summary).toList());
        }
        if (request.is("DELETE", "/api/messages")) {
            folder.clear();
            return Answer.text(204, "text/plain", "");
        }
        return request.rest("GET", "/api/messages/")
                .flatMap(folder::find)
                .map(message -> Answer.json(200, message))
                .orElseGet(() -> Answer.json(404, Map.of("error", "No such message")));
    }

    private Answer page(Request request) {
        return request.rest("GET", "/messages/")
                .flatMap(this::view)
                .orElseGet(() -> Answer.html(404, MailboxPages.notFound()));
    }

    private Optional<Answer> view(String rest) {
        String[] idAndView = rest.split("/", 2);
        String id = idAndView[0];
        return switch (idAndView.length == 1 ? "" : idAndView[1]) {
            case "" -> folder.find(id).map(message -> Answer.html(200, MailboxPages.message(message)));
            case "html" -> folder.find(id).flatMap(MailboxSite::framed);
            case "raw" -> folder.raw(id).map(raw -> Answer.text(200, "text/plain", raw));
            default -> Optional.empty();
        };
    }

    private static Optional<Answer> framed(Message message) {
        return Optional.ofNullable(message.html())
                .map(html -> Answer.text(200, "text/html", "<base target=\"_blank\">" + html)
                        .with("Content-Security-Policy", MAIL_POLICY));
    }
}
