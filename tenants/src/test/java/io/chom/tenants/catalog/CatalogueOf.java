package io.chom.tenants.catalog;

import java.util.List;
import java.util.stream.Stream;

/** A catalogue of one test, for what none of the installation's has. */
public final class CatalogueOf {

    private CatalogueOf() {}

    /** What the one file with this text sells. */
    public static Catalogues text(String yaml) {
        return new Catalogues(List.of(file("test.yaml", yaml)), List.of());
    }

    /** What the files with these texts sell beside those that ship with the program. */
    public static Catalogues besideShipped(String... yamls) {
        return new Catalogues(
                Stream.concat(
                                CatalogueConfiguration.read(CatalogueConfiguration.SHIPPED).stream(),
                                Stream.of(yamls).map(yaml -> file("test.yaml", yaml)))
                        .toList(),
                List.of());
    }

    static CatalogueFile file(String name, String yaml) {
        return CatalogueReader.read(new Document(name, yaml));
    }

    static List<CatalogueFile> files(String... texts) {
        return Stream.of(texts).map(text -> file("test.yaml", text)).toList();
    }
}
