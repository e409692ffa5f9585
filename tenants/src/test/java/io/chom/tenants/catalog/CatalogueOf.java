package io.chom.tenants.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

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

    /** What the installation sells, but for what a test changes in the text of one of its files. */
    public static Catalogues shipped(String file, UnaryOperator<String> change) {
        return new Catalogues(files(file, change), List.of());
    }

    /**
     * The same with a version after it.
     *
     * @param next makes the text of that from the changed one
     */
    public static Catalogues shipped(String file, UnaryOperator<String> change, UnaryOperator<String> next) {
        var files = new ArrayList<>(files(file, change));
        files.addAll(files(file, text -> next.apply(change.apply(text))).stream()
                .filter(one -> files.stream()
                        .noneMatch(other ->
                                other.catalogue().name().equals(one.catalogue().name())
                                        && other.catalogue().version()
                                                == one.catalogue().version()))
                .toList());
        return new Catalogues(files, List.of());
    }

    private static List<CatalogueFile> files(String file, UnaryOperator<String> change) {
        try {
            var files = new ArrayList<CatalogueFile>();
            for (var one : new PathMatchingResourcePatternResolver().getResources(CatalogueConfiguration.SHIPPED)) {
                var name = Objects.requireNonNull(one.getFilename());
                var text = one.getContentAsString(StandardCharsets.UTF_8);
                files.add(file(name, name.equals(file) ? change.apply(text) : text));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CatalogueFile file(String name, String yaml) {
        return CatalogueReader.read(new Document(name, yaml));
    }

    static List<CatalogueFile> files(String... texts) {
        return Stream.of(texts).map(text -> file("test.yaml", text)).toList();
    }
}
