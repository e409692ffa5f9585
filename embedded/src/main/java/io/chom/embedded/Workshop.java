package io.chom.embedded;

import io.chom.embedded.balancer.BalancerPart;
import io.chom.embedded.kafka.KafkaPart;
import io.chom.embedded.keycloak.Database;
import io.chom.embedded.keycloak.KeycloakPart;
import io.chom.embedded.mailbox.MailboxPart;
import io.chom.embedded.part.Part;
import io.chom.embedded.part.PartFailed;
import io.chom.embedded.part.Site;
import io.chom.embedded.postgres.PostgresPart;
import io.chom.embedded.stripe.StripePart;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the parts of one installation.
 *
 * @param site where they live
 * @param settings what the configuration says
 */
record Workshop(Site site, EmbeddedSettings settings) {

    /**
     * Makes a part, which does not run yet.
     *
     * @param running what runs already
     * @throws PartFailed if it needs a part that does not run
     */
    Part make(PartName name, Addresses running) throws PartFailed {
        return switch (name) {
            case POSTGRES -> new PostgresPart(site, settings.fastPostgres());
            case KEYCLOAK -> new KeycloakPart(site, keycloakDatabase(running));
            case KAFKA -> new KafkaPart(site);
            case MAILBOX -> new MailboxPart(site);
            case STRIPE -> new StripePart(site, settings.stripeNews());
            case BALANCER -> new BalancerPart(site, settings.gates());
        };
    }

    private Database keycloakDatabase(Addresses running) throws PartFailed {
        Map<String, String> known = new HashMap<>(settings.keycloakDatabase());
        known.putAll(running.of(EnumSet.of(PartName.POSTGRES)));
        return Database.of(known);
    }
}
