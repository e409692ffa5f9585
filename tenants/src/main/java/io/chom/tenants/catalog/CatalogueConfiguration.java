package io.chom.tenants.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds the catalogue files, those of the installation or else the ones that ship with the program, and publishes them.
 * Like the migrations before it this waits for the database, as nothing can be served without prices.
 */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    static final Path OWN = Path.of("config", "catalogues");

    static final String SHIPPED = "classpath:config/catalogues/*.yaml";

    @Bean
    @DependsOn("migrations")
    Catalogues catalogues(Environment environment) {
        var files = read(Files.isDirectory(OWN) ? "file:" + OWN + "/*.yaml" : SHIPPED);
        try (var connection = DriverManager.getConnection(
                "jdbc:" + environment.getRequiredProperty("chom.postgres.url"),
                environment.getRequiredProperty("chom.postgres.platform.name"),
                environment.getRequiredProperty("chom.postgres.platform.password"))) {
            connection.setAutoCommit(false);
            return Publication.of(files, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogues cannot be published: " + e.getMessage(), e);
        }
    }

    /**
     * The catalogues of some files.
     *
     * @throws InvalidCatalogue if one of them is not a whole, sound catalogue
     */
    static List<CatalogueFile> read(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .map(CatalogueConfiguration::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogues at " + pattern + " cannot be listed.", e);
        }
    }

    private static CatalogueFile read(Resource file) {
        String name = OWN + "/" + Objects.requireNonNull(file.getFilename());
        try {
            return CatalogueReader.read(Document.of(name, file.getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read.", e);
        }
    }
}
