package io.chom.tenants.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the catalogue files: those of the installation, or else the ones that ship with the program. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    static final Path OWN = Path.of("config", "catalogues");

    @Bean
    Catalogues catalogues() {
        return load(Files.isDirectory(OWN) ? "file:" + OWN + "/*.yaml" : "classpath:config/catalogues/*.yaml");
    }

    static Catalogues load(String pattern) {
        try {
            return new Catalogues(Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .map(CatalogueConfiguration::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogues at " + pattern + " cannot be listed.", e);
        }
    }

    private static Catalogue read(Resource file) {
        String name = OWN + "/" + Objects.requireNonNull(file.getFilename());
        try (var content = file.getInputStream()) {
            return CatalogueReader.read(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read.", e);
        }
    }
}
