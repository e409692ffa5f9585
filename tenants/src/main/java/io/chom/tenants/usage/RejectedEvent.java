package io.chom.tenants.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event that was sent and not taken, as it was sent; what cannot be printed is marked, and what is longer than any
 * event may be is cut.
 *
 * @param id the sender's own; null when it had none
 * @param meter null when it had none
 * @param quantity as it was written; null when it had none, or no number
 * @param time null when it had none, or none that could be meant
 * @param subject null when it had none
 * @param isWhole whether all of it was kept and could be read: then it can be sent through again
 * @param code why it was not taken, the last time
 * @param detail the same as one sentence that says what would be right
 * @param firstAt when it was refused first
 * @param refusedAt when it was refused last
 */
public record RejectedEvent(
        @Nullable String id,
        @Nullable String meter,
        @Nullable String quantity,
        @Nullable Instant time,
        @Nullable String subject,
        boolean isWhole,
        String code,
        String detail,
        Instant firstAt,
        Instant refusedAt) {

    private static final int LONGEST = 50;
    private static final Pattern FORM = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E[+-]?[0-9]{1,9})?");
    private static final BigDecimal FAR = BigDecimal.TEN.pow(15);

    /** The quantity as a number; empty where it was none, or one that nobody wants written out. */
    public Optional<BigDecimal> amount() {
        return Stream.ofNullable(quantity)
                .filter(text -> FORM.matcher(text).matches())
                .map(BigDecimal::new)
                .filter(one -> one.abs().compareTo(FAR) <= 0 && one.scale() <= LONGEST)
                .findFirst();
    }
}
