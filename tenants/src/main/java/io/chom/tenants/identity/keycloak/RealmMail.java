package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmPlan;
import io.chom.tenants.platform.Fingerprint;
import io.chom.tenants.platform.mail.HouseServer;
import io.chom.tenants.platform.mail.SmtpServer;
import io.chom.tenants.platform.mail.SmtpServer.Login;
import io.chom.tenants.platform.mail.SmtpServer.Tls;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a realm sends mail: through the installation's server, in the name of the brand. */
@Component
class RealmMail {

    private final HouseServer house;

    RealmMail(HouseServer house) {
        this.house = house;
    }

    Map<String, String> settings(RealmPlan plan) {
        return house.server().map(server -> settings(plan, server)).orElse(Map.of());
    }

    private Map<String, String> settings(RealmPlan plan, SmtpServer server) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("host", server.host());
        settings.put("port", String.valueOf(server.port()));
        settings.put("ssl", String.valueOf(server.tls() == Tls.IMPLICIT));
        settings.put("from", house.from(plan.primaryHost().value()));
        settings.put("fromDisplayName", plan.brand().brand().contact().senderName());
        settings.putAll(replies(plan.brand().brand().contact().supportEmail()));
        settings.putAll(login(server.login()));
        return settings;
    }

    private static Map<String, String> replies(@Nullable String support) {
        return support == null ? Map.of() : Map.of("replyTo", support);
    }

    /** Changes when the login does, which Keycloak never shows again. */
    String fingerprint(RealmPlan plan) {
        String login = house.server()
                .map(SmtpServer::login)
                .map(one -> one.user() + ":" + one.password())
                .orElse("");
        return Fingerprint.of("mail", plan.realm().value(), login.getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /** A login goes over the wire encrypted or not at all. */
    private static Map<String, String> login(@Nullable Login login) {
        return login == null
                ? Map.of("auth", "false")
                : Map.of("auth", "true", "starttls", "true", "user", login.user(), "password", login.password());
    }
}
