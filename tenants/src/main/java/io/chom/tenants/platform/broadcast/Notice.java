package io.chom.tenants.platform.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/**
 * One message on the one physical channel, which carries all logical ones.
 *
 * @param channel lower-case letters and underscores, at most 40
 * @param body at most 7,000 bytes in UTF-8; PostgreSQL refuses 8,000
 */
record Notice(String channel, String body) {

    /** The physical channel. */
    static final String PHYSICAL = "chom";

    private static final int MOST_BYTES = 7_000;
    private static final Pattern CHANNEL = Pattern.compile("[a-z_]{1,40}");
    private static final char SEPARATOR = ' ';

    Notice {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("A channel is named with lower-case letters and underscores.");
        }
        if (body.getBytes(UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("A broadcast carries at most " + MOST_BYTES + " bytes: send an id.");
        }
    }

    static Notice read(String text) {
        int end = text.indexOf(SEPARATOR);
        return new Notice(text.substring(0, end), text.substring(end + 1));
    }

    String text() {
        return channel + SEPARATOR + body;
    }
}
