package io.chom.tenants.tenancy.website;

import java.util.Comparator;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads which icons a site has for home screens (<a href="https://www.w3.org/TR/appmanifest/#icons-member">Web
 * Application Manifest</a>).
 */
final class ManifestIcons {

    private ManifestIcons() {}

    /** Where the largest icon is, as it is written there; empty if there is none or the text is no manifest. */
    static Optional<String> largest(byte[] manifest) {
        try {
            return JsonMapper.shared()
                    .readTree(manifest)
                    .path("icons")
                    .valueStream()
                    .filter(icon -> !icon.path("src").asString("").isEmpty())
                    .filter(icon -> !icon.path("purpose").asString("any").contains("monochrome"))
                    .max(Comparator.comparingInt(ManifestIcons::size))
                    .map(icon -> icon.path("src").asString());
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    private static int size(JsonNode icon) {
        String sizes = icon.path("sizes").asString("");
        return sizes.matches("[0-9]{1,4}x.*") ? Integer.parseInt(sizes.substring(0, sizes.indexOf('x'))) : 0;
    }
}
