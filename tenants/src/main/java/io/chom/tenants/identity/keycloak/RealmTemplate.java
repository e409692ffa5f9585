package io.chom.tenants.identity.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What is the same in every realm of an installation: {@code config/keycloak/realm.json}, or the one that is packed. */
@Component
class RealmTemplate {

    private static final String FILE = "config/keycloak/realm.json";

    private final ObjectNode document;

    RealmTemplate(ResourceLoader resources) {
        Resource own = resources.getResource("file:./" + FILE);
        this.document = read(own.exists() ? own : resources.getResource("classpath:" + FILE));
    }

    ObjectNode document() {
        return document;
    }

    private static ObjectNode read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return Documents.JSON.readValue(in, ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The realm template " + file + " cannot be read", e);
        }
    }
}
