package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.LogInAddresses;
import io.chom.tenants.identity.RealmPlan;
import io.chom.tenants.tenancy.HostName;
import io.chom.theming.Brand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** A plan as Keycloak reads it: the installation's template and, over it, what belongs to the brand. */
@Component
class RealmDocuments {

    private final RealmTemplate template;
    private final LogInAddresses addresses;
    private final KeycloakProperties keycloak;
    private final RealmMail mail;

    RealmDocuments(RealmTemplate template, LogInAddresses addresses, KeycloakProperties keycloak, RealmMail mail) {
        this.template = template;
        this.addresses = addresses;
        this.keycloak = keycloak;
        this.mail = mail;
    }

    ObjectNode of(RealmPlan plan) {
        String name = plan.brand().brand().name();
        ObjectNode own = Documents.object()
                .put("realm", plan.realm().value())
                .put("displayName", name)
                .put("sslRequired", sslRequired())
                .put("webAuthnPolicyRpEntityName", name)
                .put("webAuthnPolicyPasswordlessRpEntityName", name);
        own.set("attributes", Documents.texts(attributes(plan)));
        own.set("browserSecurityHeaders", Documents.object().put("contentSecurityPolicy", contentPolicy(plan)));
        own.set("smtpServer", Documents.texts(mail.settings(plan)));
        return Documents.over(template.document(), own);
    }

    private String sslRequired() {
        String wanted = keycloak.sslRequired();
        return wanted != null ? wanted : addresses.provider().isSecure() ? "external" : "none";
    }

    /** What the log-in theme takes from the brand; it describes them in its {@code template.ftl}. */
    private Map<String, String> attributes(RealmPlan plan) {
        Brand brand = plan.brand().brand();
        var assets = plan.brand().assets();
        var values = new LinkedHashMap<String, String>();
        values.put("brand.portal", addresses.portal().template());
        values.put("brand.host", plan.primaryHost().value());
        values.put("brand.stylesheet", assets.stylesheet().path());
        values.put("brand.logoOnLight", assets.logoOnLight().path());
        values.put("brand.logoOnDark", assets.logoOnDark().path());
        values.put("brand.favicon", assets.favicon().path());
        values.put("brand.mode", mode(brand));
        values.put("mail.login", mail.fingerprint(plan));
        values.put("brand.help", text(brand.contact().helpUrl()));
        values.put("brand.support", text(brand.contact().supportEmail()));
        values.put("brand.legal", text(brand.contact().legalFooter()));
        return values;
    }

    private static String mode(Brand brand) {
        return switch (brand.look().mode()) {
            case LIGHT -> "light";
            case DARK -> "dark";
            case AUTO -> "auto";
        };
    }

    /** Nothing from anywhere but Keycloak itself and the portal on the same brand's hosts; no inline script. */
    private String contentPolicy(RealmPlan plan) {
        String portals = plan.hosts().stream().map(this::origin).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src 'self'; style-src 'self' %1$s; img-src 'self' data: %1$s; "
                        .formatted(portals)
                + "font-src 'self' %s; connect-src 'self'; frame-src 'self'; ".formatted(portals)
                + "frame-ancestors 'none'; object-src 'none'; base-uri 'none'";
    }

    private String origin(HostName host) {
        return addresses.portal().on(host).toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
