package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail that this process has taken from the queue to send.
 *
 * @param id its identity
 * @param tenant whose mail it is
 * @param owner of the brand in which it goes out
 * @param recipient to whom
 * @param language of the recipient; null for the brand's
 * @param contents what it is about
 * @param transactional whether nobody can end its kind
 * @param messageId by which a repeat is known; null before the first attempt
 * @param attempt counts from 1; whoever takes it next has another one
 * @param giveUpAt until when it is tried
 */
record QueuedMail(
        MailId id,
        TenantId tenant,
        TenantId owner,
        EmailAddress recipient,
        @Nullable Locale language,
        Contents contents,
        boolean transactional,
        @Nullable String messageId,
        int attempt,
        Instant giveUpAt) {}
