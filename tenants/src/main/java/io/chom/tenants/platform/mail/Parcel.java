package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.mail.LetterWriter.Written;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is ready to be handed to a server.
 *
 * @param messageId without angle brackets; the same for every attempt
 * @param from the address of the sender
 * @param sender its name, where answers go, its server
 * @param host of the brand, under which we introduce ourselves to the server
 * @param to the one recipient
 * @param at when it was written
 * @param written what it says
 * @param leave where the recipient ends this kind; null where that cannot be
 */
record Parcel(
        String messageId,
        EmailAddress from,
        Sender sender,
        String host,
        EmailAddress to,
        Instant at,
        Written written,
        @Nullable URI leave) {}
