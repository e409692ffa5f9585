package io.chom.portal.whitelabel;

import io.chom.portal.client.Http;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every mail in the embedded mailbox that the house has sent, with all of its headers. */
final class MailWalk {

    private final Findings findings;

    MailWalk(Findings findings) {
        this.findings = findings;
    }

    /** @param host whose mails count: those that name it */
    void walk(URI mailbox, String host) throws IOException {
        JsonNode messages = JsonMapper.shared()
                .readTree(Http.get(mailbox.resolve("/api/messages")).body());
        for (JsonNode message : messages) {
            String id = message.path("id").asString();
            String raw = Http.get(mailbox.resolve("/messages/" + id + "/raw")).body();
            if (raw.toLowerCase(Locale.ROOT).contains(host)) {
                findings.look("mail “" + message.path("subject").asString() + "”", "body", readable(raw));
            }
        }
    }

    /** Soft line breaks of quoted-printable (RFC 2045) could hide a word. */
    private static String readable(String raw) {
        return raw.replace("=\r\n", "").replace("=\n", "").replace("=3D", "=");
    }
}
