package io.chom.tenants.platform.egress;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of something on the web, read in one way only: {@code http} or {@code https}, a host in ASCII and lower
 * case, no name or password in it, no fragment. Numbers are addresses in their usual notation or none at all, because
 * programs disagree about the others.
 *
 * @param uri has a host; what is not ASCII in its path is encoded
 */
public record WebAddress(URI uri) {

    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]+)([^#]*)(?:#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::([0-9]{1,5}))?");
    private static final Pattern QUAD = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final int LONGEST = 2_000;
    private static final int LONGEST_HOST = 253;

    /** Reads an address that names its scheme; empty for everything that is none. */
    public static Optional<WebAddress> of(String text) {
        Matcher parts = PARTS.matcher(text.strip());
        if (text.length() > LONGEST || hides(text) || !parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        return authority(scheme, parts.group(2)).flatMap(place -> read(scheme + "://" + place + path(parts.group(3))));
    }

    /** Where a link on this page leads, also if it is a relative one. */
    public Optional<WebAddress> resolve(String link) {
        String there = link.strip();
        if (there.matches("(?i)https?://.*")) {
            return of(there);
        }
        try {
            return hides(there)
                    ? Optional.empty()
                    : of(uri.resolve(new URI(encoded(there))).toString());
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The host, an IPv6 address in brackets. */
    public String host() {
        return uri.getHost();
    }

    boolean isSecure() {
        return uri.getScheme().equals("https");
    }

    /** The same place by the other scheme, without protection. */
    public WebAddress plain() {
        return isSecure() ? new WebAddress(URI.create("http" + uri.toString().substring("https".length()))) : this;
    }

    private static Optional<String> authority(String scheme, String text) {
        Matcher authority = AUTHORITY.matcher(text);
        if (!authority.matches()) {
            return Optional.empty();
        }
        String port = authority.group(2);
        return host(authority.group(1))
                .filter(host -> port == null || isPort(Integer.parseInt(port)))
                .map(host -> port == null || isUsual(scheme, port) ? host : host + ":" + Integer.parseInt(port));
    }

    private static boolean isPort(int port) {
        return port > 0 && port < 65_536;
    }

    private static boolean isUsual(String scheme, String port) {
        return Integer.parseInt(port) == (scheme.equals("https") ? 443 : 80);
    }

    private static Optional<String> host(String text) {
        try {
            if (text.startsWith("[")) {
                InetAddress.ofLiteral(text.substring(1, text.length() - 1));
                return Optional.of(text);
            }
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            boolean isNumber = NUMBER.matcher(host).matches();
            boolean isReadOneWay = !isNumber || QUAD.matcher(host).matches();
            return Optional.of(host).filter(one -> isReadOneWay && !one.isEmpty() && one.length() <= LONGEST_HOST);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<WebAddress> read(String text) {
        try {
            return Optional.of(new WebAddress(new URI(text))).filter(address -> address.uri.getHost() != null);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static String path(String text) {
        return encoded(text.startsWith("/") ? text : "/" + text);
    }

    /** What some programs drop, and some read as a slash, would make two addresses of one. */
    private static boolean hides(String text) {
        return text.strip().chars().anyMatch(character -> character < ' ' || character == 0x7f || character == '\\');
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder(text.length());
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (one <= ' ' || "\"<>^`{|}[]".indexOf(one) >= 0) {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            } else {
                encoded.append((char) one);
            }
        }
        return encoded.toString().replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
