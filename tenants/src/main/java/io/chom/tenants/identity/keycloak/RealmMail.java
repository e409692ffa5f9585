package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmPlan;
import io.chom.tenants.platform.Fingerprint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a realm sends mail: through the installation's server, in the name of the brand. */
@Component
class RealmMail {

    private final MailProperties mail;

    RealmMail(MailProperties mail) {
        this.mail = mail;
    }

    Map<String, String> settings(RealmPlan plan) {
        URI server = mail.url();
        if (server == null) {
            return Map.of();
        }
        var settings = new LinkedHashMap<String, String>();
        settings.put("host", server.getHost());
        settings.put("port", String.valueOf(server.getPort() < 0 ? 25 : server.getPort()));
        settings.put("ssl", String.valueOf("smtps".equals(server.getScheme())));
        settings.put("from", mail.from().replace("{host}", plan.primaryHost().value()));
        settings.put("fromDisplayName", plan.brand().brand().contact().senderName());
        settings.putAll(replies(plan.brand().brand().contact().supportEmail()));
        settings.putAll(login(server.getUserInfo()));
        return settings;
    }

    private static Map<String, String> replies(@Nullable String support) {
        return support == null ? Map.of() : Map.of("replyTo", support);
    }

    /** Changes when the login does, which Keycloak never shows again. */
    String fingerprint(RealmPlan plan) {
        URI server = mail.url();
        String login = server == null || server.getUserInfo() == null ? "" : server.getUserInfo();
        return Fingerprint.of("mail", plan.realm().value(), login.getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /** A login goes over the wire encrypted or not at all. */
    private static Map<String, String> login(@Nullable String userInfo) {
        if (userInfo == null) {
            return Map.of("auth", "false");
        }
        String[] parts = userInfo.split(":", 2);
        return Map.of(
                "auth", "true", "starttls", "true", "user", parts[0], "password", parts.length > 1 ? parts[1] : "");
    }
}
