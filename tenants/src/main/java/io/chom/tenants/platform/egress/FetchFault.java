package io.chom.tenants.platform.egress;

import java.time.Duration;

/** Why a web address gave nothing. */
public sealed interface FetchFault {

    /** A stable name, such as {@code too-slow}. */
    String code();

    /** What this is about, to stand in a sentence of another language: a host, a number; may be empty. */
    String about();

    /** A sentence for people that says what to do. */
    String sentence();

    /** What was typed is no web address, or one that programs read in more than one way. */
    record NotAnAddress() implements FetchFault {

        @Override
        public String code() {
            return "not-an-address";
        }

        @Override
        public String about() {
            return "";
        }

        @Override
        public String sentence() {
            return "This is no address of a website. Type one such as https://example.com.";
        }
    }

    /** Nobody knows the name. */
    record UnknownName(String about) implements FetchFault {

        @Override
        public String code() {
            return "unknown-name";
        }

        @Override
        public String sentence() {
            return "There is no %s on the Internet. Check how it is written.".formatted(about);
        }
    }

    /** Nobody answers there, or it leads inside: the two look the same, so that nobody maps our network. */
    record NobodyAnswers(String about) implements FetchFault {

        @Override
        public String code() {
            return "nobody-answers";
        }

        @Override
        public String sentence() {
            return "Nobody answers at %s. Check that everybody on the Internet can open it.".formatted(about);
        }
    }

    /** The address names a port that websites do not have. */
    record ClosedPort(String about) implements FetchFault {

        @Override
        public String code() {
            return "closed-port";
        }

        @Override
        public String sentence() {
            return "Websites are not read at port %s. Leave the port out of the address.".formatted(about);
        }
    }

    /** Whoever answers cannot prove to be the one. */
    record BadCertificate(String about) implements FetchFault {

        @Override
        public String code() {
            return "bad-certificate";
        }

        @Override
        public String sentence() {
            return "The certificate of %s is not valid. Have it renewed, then try again.".formatted(about);
        }
    }

    /** It took longer than the limit. */
    record TooSlow(Duration limit) implements FetchFault {

        @Override
        public String code() {
            return "too-slow";
        }

        @Override
        public String about() {
            return String.valueOf(limit.toSeconds());
        }

        @Override
        public String sentence() {
            return "The answer took longer than %s seconds. Try again later.".formatted(about());
        }
    }

    /** The answer is larger than the limit. */
    record TooLarge(int bytes) implements FetchFault {

        @Override
        public String code() {
            return "too-large";
        }

        @Override
        public String about() {
            return String.valueOf(bytes / 1024);
        }

        @Override
        public String sentence() {
            return "The answer is larger than %s kB. Name a smaller page.".formatted(about());
        }
    }

    /** It leads on too often, from a protected place to an open one, or to something that is no web address. */
    record LedAstray(String about) implements FetchFault {

        @Override
        public String code() {
            return "led-astray";
        }

        @Override
        public String sentence() {
            return "%s leads on to another place that cannot be followed. Type the address where it ends."
                    .formatted(about);
        }
    }

    /** The server says no. */
    record Answered(int status) implements FetchFault {

        @Override
        public String code() {
            return switch (status) {
                case 401, 403 -> "answered-closed";
                case 404, 410 -> "answered-missing";
                default -> "answered";
            };
        }

        @Override
        public String about() {
            return String.valueOf(status);
        }

        @Override
        public String sentence() {
            return switch (code()) {
                case "answered-closed" ->
                    "This page is not open to everybody (%s). Name one that needs no log-in.".formatted(about());
                case "answered-missing" -> "There is no such page (%s). Check the address.".formatted(about());
                default -> "The website answered with an error (%s). Try again later.".formatted(about());
            };
        }
    }

    /** The answer breaks off or is no HTTP. */
    record Garbled(String about) implements FetchFault {

        @Override
        public String code() {
            return "garbled";
        }

        @Override
        public String sentence() {
            return "The answer of %s breaks off or cannot be read. Try again later.".formatted(about);
        }
    }
}
