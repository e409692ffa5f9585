package io.chom.tenants.platform.egress;

import java.time.Duration;
import java.util.Locale;

/**
 * Why a web address gave nothing.
 *
 * @param about what this is about, to stand in a sentence of any language: a host, a number; may be empty
 */
public record FetchFault(Kind kind, String about) {

    /** What can go wrong. */
    public enum Kind {
        /** What was typed is no web address, or one that programs read in more than one way. */
        NOT_AN_ADDRESS("This is no address of a website. Type one such as https://example.com."),
        /** Nobody knows the name. */
        UNKNOWN_NAME("There is no %s on the Internet. Check how it is written."),
        /** Nobody answers there, or it leads inside: the two look the same, so that nobody maps our network. */
        NOBODY_ANSWERS("Nobody answers at %s. Check that everybody on the Internet can open it."),
        /** The address names a port that websites do not have. */
        CLOSED_PORT("Websites are not read at port %s. Leave the port out of the address."),
        /** Whoever answers cannot prove to be the one. */
        BAD_CERTIFICATE("The certificate of %s is not valid. Have it renewed, then try again."),
        /** It took longer than the limit, in seconds. */
        TOO_SLOW("The answer took longer than %s seconds. Try again later."),
        /** The answer is larger than the limit, in kB. */
        TOO_LARGE("The answer is larger than %s kB. Name a smaller page."),
        /** It leads on too often, from a protected place to an open one, or to something that is no web address. */
        LED_ASTRAY("%s leads on to another place that cannot be followed. Type the address where it ends."),
        /** The server wants to know who asks (status 401 or 403). */
        ANSWERED_CLOSED("This page is not open to everybody (%s). Name one that needs no log-in."),
        /** The server has no such page (status 404 or 410). */
        ANSWERED_MISSING("There is no such page (%s). Check the address."),
        /** The server says no, with any other status. */
        ANSWERED("The website answered with an error (%s). Try again later."),
        /** The answer breaks off or is no HTTP. */
        GARBLED("The answer of %s breaks off or cannot be read. Try again later.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        FetchFault of(String about) {
            return new FetchFault(this, about);
        }
    }

    /** What was typed cannot be asked at all. */
    public static FetchFault notAnAddress() {
        return Kind.NOT_AN_ADDRESS.of("");
    }

    static FetchFault tooSlow(Duration limit) {
        return Kind.TOO_SLOW.of(String.valueOf(limit.toSeconds()));
    }

    static FetchFault tooLarge(int bytes) {
        return Kind.TOO_LARGE.of(String.valueOf(bytes / 1024));
    }

    static FetchFault answered(int status) {
        var kind = switch (status) {
            case 401, 403 -> Kind.ANSWERED_CLOSED;
            case 404, 410 -> Kind.ANSWERED_MISSING;
            default -> Kind.ANSWERED;
        };
        return kind.of(String.valueOf(status));
    }

    /** A stable name, such as {@code too-slow}. */
    public String code() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A sentence for people that says what to do. */
    public String sentence() {
        return kind.sentence.formatted(about);
    }
}
