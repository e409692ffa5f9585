package io.chom.tenants.tenancy.website;

import io.chom.theming.website.FetchedSite;
import io.chom.theming.website.FetchedSite.Picture;
import io.chom.theming.website.PictureSource;
import io.chom.theming.website.SitePage;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What has come of a website so far.
 *
 * @param page the page that was named
 * @param sources its pictures
 * @param sheets texts of style sheets by their place among them
 * @param pictures files of pictures by their place among them
 * @param done how many of the parts have come, or will not
 * @param of how many parts there are
 */
record Gathered(
        SitePage page,
        List<PictureSource> sources,
        SortedMap<Integer, String> sheets,
        SortedMap<Integer, Picture> pictures,
        int done,
        int of) {

    /** One part that was asked for. */
    sealed interface Part {

        record Sheet(int place, String text) implements Part {}

        record Drawn(int place, Picture picture) implements Part {}

        record Missing() implements Part {}
    }

    /** The page alone, with the pictures that stand in it. */
    static Gathered of(SitePage page) {
        var sources = page.pictures();
        SortedMap<Integer, Picture> drawn = new TreeMap<>();
        IntStream.range(0, sources.size()).forEach(place -> {
            byte[] bytes = sources.get(place).drawn();
            if (bytes != null) {
                drawn.put(place, new Picture(sources.get(place).use(), bytes));
            }
        });
        int asked = page.sheets().size()
                + sources.size()
                - drawn.size()
                + (page.manifest().isPresent() ? 1 : 0);
        return new Gathered(page, sources, new TreeMap<>(), drawn, 0, asked);
    }

    Gathered with(Part part) {
        var texts = new TreeMap<>(sheets);
        var files = new TreeMap<>(pictures);
        switch (part) {
            case Part.Sheet(int place, String text) -> texts.put(place, text);
            case Part.Drawn(int place, Picture picture) -> files.put(place, picture);
            case Part.Missing() -> {}
        }
        return new Gathered(page, sources, texts, files, done + 1, of);
    }

    FetchedSite site() {
        return new FetchedSite(page, new ArrayList<>(sheets.values()), new ArrayList<>(pictures.values()));
    }
}
