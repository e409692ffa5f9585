package io.chom.portal.session;

/** Where drafts are shown: {@code /preview/<key>}, and below it the files of the draft. Whoever knows the key may look. */
public final class PreviewAddress {

    /** What all of them begin with. */
    public static final String PLACE = "/preview/";

    private PreviewAddress() {}

    /** The path of a page. */
    public static String of(String key) {
        return PLACE + key;
    }

    /** Whether it is the path of a file of a draft. */
    static boolean isFile(String path) {
        return path.startsWith(PLACE) && path.indexOf('/', PLACE.length()) > 0;
    }

    /** A path as it may stand in a log: without the key. */
    static String unkeyed(String path) {
        return path.startsWith(PLACE) ? PLACE + "\u2026" : path;
    }
}
