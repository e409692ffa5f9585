package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that a brand's mails do not reach, and that gets none for that reason.
 *
 * @param address which
 * @param hard whether the address does not exist, as its server said
 * @param sentence what the server said
 * @param since the first refusal
 * @param endsAt when it is tried again by itself; null for a hard one
 */
public record Suppression(
        EmailAddress address,
        boolean hard,
        String sentence,
        Instant since,
        @Nullable Instant endsAt) {}
