package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmPlan;
import io.chom.tenants.tenancy.PublishedBrand;
import io.chom.theming.Token;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What mails take from the brand. Their templates do not see a realm's attributes, but they see its own words, which are
 * meant for translations and come through {@link java.text.MessageFormat}.
 */
class MailWords implements RealmStep {

    private static final String WORDS = "/realms/{realm}/localization/en";

    private final KeycloakAdmin admin;

    MailWords(KeycloakAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Mono<Boolean> bring(RealmPlan plan) {
        ObjectNode wish = Documents.texts(words(plan.brand()));
        return admin.get(WORDS, plan.realm())
                .defaultIfEmpty(Documents.object())
                .filter(fact -> !Documents.covers(fact, wish))
                .flatMap(fact -> post(plan, wish))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> post(RealmPlan plan, JsonNode wish) {
        return admin.post(wish, WORDS, plan.realm()).then(Mono.just(true));
    }

    private static Map<String, String> words(PublishedBrand brand) {
        var light = brand.tokens().light();
        var contact = brand.brand().contact();
        return Map.of(
                "brandAccent",
                light.color(Token.ACCENT).hex(),
                "brandOnAccent",
                light.color(Token.ON_ACCENT).hex(),
                "brandSupport",
                quoted(Objects.requireNonNullElse(contact.supportEmail(), "")),
                "brandLegal",
                quoted(Objects.requireNonNullElse(contact.legalFooter(), "")));
    }

    private static String quoted(String text) {
        return text.replace("'", "''").replace("{", "'{'").replace("}", "'}'");
    }
}
