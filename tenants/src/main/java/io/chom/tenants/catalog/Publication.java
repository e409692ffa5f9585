package io.chom.tenants.catalog;

import io.chom.tenants.catalog.Meaning.Difference;
import io.chom.tenants.catalog.PublishedVersions.Published;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts on record what is sold from before anything is sold. A version that was published stays what it was: its file may
 * be written differently, or be gone, but never say something else.
 */
final class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    /** Differences that a complaint lists before it only counts them. */
    private static final int LISTED = 5;

    private Publication() {}

    /**
     * Publishes what is new among the files, all of it or nothing. Of several processes that do so at once one publishes
     * and the others agree with it, or stop.
     *
     * @param connection of the platform's role, inside a transaction, which is committed if all is well
     * @return what the files sell and what was sold before
     * @throws InvalidCatalogue if the files contradict each other or what was published
     */
    static Catalogues of(List<CatalogueFile> files, Connection connection) throws SQLException {
        var unpublished = new Catalogues(files, List.of());
        var versions = new PublishedVersions(connection);
        var added = new ArrayList<CatalogueFile>();
        for (CatalogueFile file : inOrder(files)) {
            if (versions.add(file)) {
                added.add(file);
            }
        }
        var all = versions.all();
        files.forEach(file -> agree(file, all));
        var kept = PublishedVersions.files(all.stream()
                .filter(one -> files.stream().noneMatch(file -> one.isOf(file.catalogue())))
                .toList());
        var catalogues = kept.isEmpty() ? unpublished : new Catalogues(files, kept);
        connection.commit();
        tell(added, kept);
        return catalogues;
    }

    /** The same order for everybody: two processes that wait for each other would wait forever. */
    private static List<CatalogueFile> inOrder(List<CatalogueFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(
                                (CatalogueFile file) -> file.catalogue().name())
                        .thenComparing(file -> file.catalogue().version()))
                .toList();
    }

    private static void agree(CatalogueFile file, List<Published> all) {
        var meaning = Meaning.of(file.catalogue());
        all.stream()
                .filter(one -> one.isOf(file.catalogue()))
                .filter(one -> !one.fingerprint().equals(meaning.fingerprint()))
                .forEach(one -> {
                    var differences = Meaning.of(one.file().catalogue()).to(meaning);
                    if (!differences.isEmpty()) {
                        throw changed(file, one, differences);
                    }
                });
    }

    private static InvalidCatalogue changed(CatalogueFile file, Published published, List<Difference> differences) {
        String listed = differences.stream()
                .limit(LISTED)
                .map(Publication::said)
                .collect(Collectors.joining("; "))
                // The first one's path stands before the sentence.
                .substring(differences.getFirst().path().length() + 2);
        int more = differences.size() - LISTED;
        return file.source()
                .wrong(
                        differences.getFirst().path(),
                        listed + (more > 0 ? "; and " + more + " more" : "") + ". Version " + published.version()
                                + " was published on " + published.day()
                                + ", and what was bought under it stays as it was. Undo the change here, copy the file,"
                                + " raise the version in the copy and make the change there.");
    }

    private static String said(Difference one) {
        return one.path() + ": " + one.before() + " published, " + one.after() + " in the file";
    }

    private static void tell(List<CatalogueFile> added, List<CatalogueFile> kept) {
        added.forEach(file -> LOG.info("Published {}.", called(file)));
        kept.forEach(file -> LOG.info("{} has no file any more; whoever is on it keeps it.", called(file)));
    }

    private static String called(CatalogueFile file) {
        return "Catalogue " + file.catalogue().name() + " version "
                + file.catalogue().version();
    }
}
