package io.chom.tenants.platform.mail;

/** What became of an attempt to hand a mail to a server. */
public sealed interface Delivery {

    /**
     * The server has it.
     *
     * @param sentence what the server said, on one line of at most 300 characters
     */
    record Delivered(String sentence) implements Delivery {}

    /**
     * The server does not have it.
     *
     * @param fault where it stopped
     * @param code the server's reply code (RFC 5321); 0 when it said nothing
     * @param sentence what the server said, on one line of at most 300 characters; may be empty
     */
    record Stopped(Fault fault, int code, String sentence) implements Delivery {

        private static final int PERMANENT = 500;

        /** Whether this very mail would never be taken, however often it is sent. */
        boolean isFinal() {
            return code >= PERMANENT && (fault == Fault.RECIPIENT_REFUSED || fault == Fault.MESSAGE_REFUSED);
        }

        /**
         * Whether the recipient's address is dead. A refusal for reasons of policy (class 7 of RFC 3463) is about the
         * sender: to take it for a dead address would silence all recipients of a brand whose relay is set up wrongly.
         */
        boolean isDeadAddress() {
            return fault == Fault.RECIPIENT_REFUSED && code >= PERMANENT && !sentence.contains("5.7.");
        }
    }

    /** Where sending stopped. */
    enum Fault {
        /** No mail server is set. */
        NO_SERVER,
        /** Nobody knows the server's name. */
        NAME_UNKNOWN,
        /** Nobody answers there, or it is a place that we do not go to. */
        CONNECTION_REFUSED,
        /** The way cannot be encrypted, or the server's certificate is not good. */
        TLS_FAILED,
        /** The server does not take user and password. */
        LOG_IN_REFUSED,
        /** The server does not take mails from this sender. */
        SENDER_REFUSED,
        /** The server does not take mails to this recipient. */
        RECIPIENT_REFUSED,
        /** The server does not take this mail. */
        MESSAGE_REFUSED,
        /** The server did not answer in time. */
        TIMED_OUT,
        /** The connection was lost. */
        CONNECTION_LOST
    }
}
