package io.chom.tenants.catalog;

import io.chom.tenants.platform.Fingerprint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of every version that was ever sold from, which only grows. It is asked when the program starts and by tools,
 * and waits for its answers: nothing that serves a request may use it.
 */
final class PublishedVersions {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedVersions.class);

    private final Connection connection;

    PublishedVersions(Connection connection) {
        this.connection = connection;
    }

    /**
     * One version.
     *
     * @param document the file as it read
     * @param day when it was published, in UTC
     */
    record Published(String catalogue, int version, String document, Fingerprint fingerprint, LocalDate day) {

        /** @throws InvalidCatalogue if this program reads such documents no more, or not yet */
        CatalogueFile file() {
            return CatalogueReader.read(
                    new Document("catalogue " + catalogue + " version " + version + " as published", document));
        }

        boolean isOf(Catalogue other) {
            return catalogue.equals(other.name()) && version == other.version();
        }
    }

    /** Adds a version unless it is there, after whoever adds it at this moment. True if this added it. */
    boolean add(CatalogueFile file) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into catalog.published (catalogue, version, document, fingerprint) values (?, ?, ?, ?)
                on conflict do nothing
                """)) {
            insert.setString(1, file.catalogue().name());
            insert.setInt(2, file.catalogue().version());
            insert.setString(3, file.document());
            insert.setString(4, Meaning.of(file.catalogue()).fingerprint().hex());
            return insert.executeUpdate() == 1;
        }
    }

    /** All of them, by name and version. */
    List<Published> all() throws SQLException {
        try (var query = connection.prepareStatement("""
                        select catalogue, version, document, fingerprint, published_at from catalog.published
                        order by catalogue, version
                        """);
                var rows = query.executeQuery()) {
            var all = new ArrayList<Published>();
            while (rows.next()) {
                all.add(new Published(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getString(3),
                        new Fingerprint(rows.getString(4)),
                        rows.getObject(5, OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toLocalDate()));
            }
            return List.copyOf(all);
        }
    }

    /**
     * What they say. One that this program cannot read was published by a newer one that runs beside it or ran before it:
     * it is left out, and told of, as the rest is needed all the same.
     */
    static List<CatalogueFile> files(List<Published> versions) {
        return versions.stream().flatMap(PublishedVersions::file).toList();
    }

    private static Stream<CatalogueFile> file(Published version) {
        try {
            return Stream.of(version.file());
        } catch (InvalidCatalogue e) {
            LOG.error("Whoever is on this version gets no invoice from this process: {}", e.getMessage());
            return Stream.empty();
        }
    }
}
