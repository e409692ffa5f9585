package io.chom.theming.website;

import io.chom.theming.website.PictureSource.Use;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The page of a website that somebody names, and what has to be fetched besides to know how it looks. */
public final class SitePage {

    /** The most style sheets that are worth fetching. */
    public static final int MOST_SHEETS = 10;

    /** The most pictures that are worth fetching. */
    public static final int MOST_PICTURES = 12;

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([a-z0-9_.:-]+)");

    private final Document page;
    private final String address;

    private SitePage(String address, Document page) {
        this.address = address;
        this.page = page;
    }

    /**
     * Reads a page; every sequence of bytes is one.
     *
     * @param address where it was found, absolute
     * @param contentType what its server calls it, in lower case
     */
    public static SitePage read(String address, byte[] html, String contentType) {
        try {
            return new SitePage(address, Jsoup.parse(new ByteArrayInputStream(html), charset(contentType), address));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Where it was found. */
    public String address() {
        return address;
    }

    /** The style sheets that it links to, as absolute addresses, the first first; at most ten. */
    public List<String> sheets() {
        return page.select("link[rel~=(?i)\\bstylesheet\\b][href]").stream()
                .filter(link -> !link.attr("media").contains("print"))
                .map(link -> link.absUrl("href"))
                .filter(sheet -> sheet.startsWith("http"))
                .distinct()
                .limit(MOST_SHEETS)
                .toList();
    }

    /** The style sheets that stand in it. */
    public List<String> ownSheets() {
        return page.select("style").stream().map(one -> one.data()).toList();
    }

    /** Its pictures, the best for each use first; at most twelve have to be fetched. */
    public List<PictureSource> pictures() {
        return new SitePictures(page).all();
    }

    /** Where the list of its icons for home screens is. */
    public Optional<String> manifest() {
        return Optional.ofNullable(page.selectFirst("link[rel~=(?i)\\bmanifest\\b][href]"))
                .map(link -> link.absUrl("href"))
                .filter(there -> there.startsWith("http"));
    }

    /** An icon that its manifest names. */
    public static Optional<PictureSource> icon(String address) {
        return PictureSource.at(Use.ICON, address);
    }

    Document document() {
        return page;
    }

    private static @Nullable String charset(String contentType) {
        var named = CHARSET.matcher(contentType);
        try {
            return named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
