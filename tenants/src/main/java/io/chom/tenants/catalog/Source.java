package io.chom.tenants.catalog;

import java.util.Map;

/**
 * Where the entries of a document stand, so that whoever is to mend one finds it.
 *
 * @param name the file as an operator would look for it, or what a document without one is called
 * @param lines the line of each path, from 1
 */
record Source(String name, Map<String, Integer> lines) {

    Source {
        lines = Map.copyOf(lines);
    }

    /** The document with the line of what stands at a path, or of the nearest entry around it. */
    String place(String path) {
        String at = path;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return name + ":" + lines.getOrDefault(at, 1);
    }

    /** What is wrong at a path of this document. */
    InvalidCatalogue wrong(String path, String sentence) {
        return new InvalidCatalogue(place(path), path, sentence);
    }
}
