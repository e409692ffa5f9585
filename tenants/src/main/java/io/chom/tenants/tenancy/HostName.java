package io.chom.tenants.tenancy;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Name of a host in its one canonical form: lower case, ASCII (IDN encoded), without port and trailing dot. Addresses are
 * no names.
 *
 * @param value 1–253 characters, labels of 1–63 letters, digits and inner hyphens, the last one not a number
 */
public record HostName(String value) implements Comparable<HostName> {

    private static final int LONGEST = 253;
    private static final Pattern FORM = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){0,126}(?!\\d+$)(?!0x[0-9a-f]*$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    public HostName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A host is a name such as portal.example.com.");
        }
    }

    /**
     * Reads what a person or a file wrote: any case, a trailing dot and international letters are fine.
     *
     * @throws IllegalArgumentException if the text is no host name (an address, a port, a user, spaces, a list …)
     */
    public static HostName of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("A host is a name such as portal.example.com."));
    }

    /**
     * Reads the value of a {@code Host} header, with or without a port, in ASCII as HTTP wants it.
     *
     * @return empty if the value is malformed or not a name
     */
    public static Optional<HostName> ofHeader(String header) {
        if (header.length() > LONGEST + 7 || !header.chars().allMatch(c -> c > ' ' && c < 127)) {
            return Optional.empty();
        }
        return parse(PORT.matcher(header).replaceFirst(""));
    }

    /** Whether {@link #of} would take the text. */
    public static boolean isValid(String text) {
        return parse(text).isPresent();
    }

    private static Optional<HostName> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST + 1) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(new HostName(ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(HostName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
