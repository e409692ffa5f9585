package io.chom.tenants.catalog;

/** Catalogues that cannot be sold from: which file, which line and place in it, and what would be right. */
class InvalidCatalogue extends RuntimeException {

    /**
     * What is wrong somewhere.
     *
     * @param place file and line, such as {@code config/catalogues/hosting.yaml:12}
     * @param path such as {@code /plans/pro/price}; empty for the whole
     */
    InvalidCatalogue(String place, String path, String sentence) {
        super(place + (path.isEmpty() ? "" : ": " + path) + ": " + sentence);
    }
}
