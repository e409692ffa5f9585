package io.chom.portal.whitelabel;

/**
 * A trace of the platform where none may be.
 *
 * @param place where it was met, such as an address or the subject of a mail
 * @param part of what was answered there: {@code body}, {@code header}, {@code address}, or of a file {@code
 *     document}, {@code metadata} and {@code colours}
 * @param trace what was found
 * @param excerpt the words around it
 */
public record Leak(String place, String part, String trace, String excerpt) {

    @Override
    public String toString() {
        return "LEAK    %s in the %s of %s: …%s…".formatted(trace, part, place, excerpt);
    }
}
