package io.chom.tenants.tenancy;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Name of a host in its one canonical form: lower case, ASCII (IDN encoded), without port and trailing dot. Addresses are
 * no names.
 *
 * @param value 1–253 characters, labels of 1–63 letters, digits and inner hyphens, the last one not a number
 */
public record HostName(String value) implements Comparable<HostName> {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final int LONGEST_PORT = 5;

    public HostName {
        if (value.length() > LONGEST || !isName(value)) {
            throw new IllegalArgumentException("A host is a name such as portal.example.com.");
        }
    }

    /** By hand, because every request asks. */
    private static boolean isName(String value) {
        int start = 0;
        for (int end = value.indexOf('.'); end >= 0; end = value.indexOf('.', start)) {
            if (!isLabel(value, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return isLabel(value, start, value.length()) && !isNumber(value, start);
    }

    private static boolean isLabel(String value, int start, int end) {
        if (start == end || end - start > LONGEST_LABEL || value.charAt(start) == '-' || value.charAt(end - 1) == '-') {
            return false;
        }
        for (int at = start; at < end; at++) {
            char c = value.charAt(at);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** What looks like a part of an address. */
    private static boolean isNumber(String value, int start) {
        char first = value.charAt(start);
        return first >= '0'
                && first <= '9'
                && NUMBER.matcher(value.substring(start)).matches();
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
        if (header.length() > LONGEST + 2 + LONGEST_PORT || !isAll(header, c -> c > ' ' && c < 127)) {
            return Optional.empty();
        }
        return parse(withoutPort(header));
    }

    private static boolean isAll(String text, IntPredicate kind) {
        for (int at = 0; at < text.length(); at++) {
            if (!kind.test(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static String withoutPort(String header) {
        int colon = header.lastIndexOf(':');
        String port = header.substring(colon + 1);
        boolean named = colon >= 0
                && !port.isEmpty()
                && port.length() <= LONGEST_PORT
                && isAll(port, c -> c >= '0' && c <= '9');
        return named ? header.substring(0, colon) : header;
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
            String ascii = toAscii(text).toLowerCase(Locale.ROOT);
            return Optional.of(new HostName(ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String toAscii(String text) {
        return isAll(text, c -> c < 128) ? text : IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
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
