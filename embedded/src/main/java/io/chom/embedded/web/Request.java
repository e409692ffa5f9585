package io.chom.embedded.web;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a client asks for.
 *
 * @param method in capitals
 * @param path decoded, beginning with a slash
 * @param query what follows the question mark, not decoded, or empty
 * @param header the first value of a header, by name
 * @param body as text in UTF-8, or empty
 */
public record Request(
        String method, String path, String query, Function<String, Optional<String>> header, String body) {

    /** The rest of the path if the request has this method and its path begins so. */
    public Optional<String> rest(String wanted, String prefix) {
        return method.equals(wanted) && path.startsWith(prefix)
                ? Optional.of(path.substring(prefix.length()))
                : Optional.empty();
    }

    /** Whether this is exactly the request meant. */
    public boolean is(String wanted, String exactPath) {
        return method.equals(wanted) && path.equals(exactPath);
    }
}
