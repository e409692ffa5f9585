package io.chom.tenants.catalog;

/** A catalogue that cannot be sold from: which file, which place in it, and what would be right. */
class InvalidCatalogue extends RuntimeException {

    InvalidCatalogue(String file, String path, String sentence) {
        super(file + (path.isEmpty() ? "" : ": " + path) + ": " + sentence);
    }
}
