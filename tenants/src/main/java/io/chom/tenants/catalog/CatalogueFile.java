package io.chom.tenants.catalog;

/**
 * A version of a catalogue and the document that says so.
 *
 * @param source where its entries stand
 * @param document the text to the letter
 */
record CatalogueFile(Source source, String document, Catalogue catalogue) {}
