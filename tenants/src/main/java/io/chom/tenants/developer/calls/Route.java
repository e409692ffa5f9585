package io.chom.tenants.developer.calls;

/**
 * What was called: a pattern, never the path itself, so that there are only as many as the API has.
 *
 * @param method such as {@code GET}; empty where there is no pattern
 * @param pattern such as {@code /api/v1/keys/{id}}
 */
public record Route(String method, String pattern) {

    /** What was refused before anybody looked where it leads, and what leads nowhere. */
    public static final Route OTHER = new Route("", "other");

    /** The route in one word or two. */
    @Override
    public String toString() {
        return method.isEmpty() ? pattern : method + " " + pattern;
    }
}
