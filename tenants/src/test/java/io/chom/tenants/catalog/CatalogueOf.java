package io.chom.tenants.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;

/** A catalogue of one test, for what none of the installation's has. */
public final class CatalogueOf {

    private CatalogueOf() {}

    /** What the one file with this text sells. */
    public static Catalogues text(String yaml) {
        return new Catalogues(
                List.of(CatalogueReader.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)))));
    }
}
