package io.chom.tenants.billing;

import java.math.BigDecimal;
import java.time.Instant;

/** How much of a meter a tenant may still use. */
public sealed interface Left {

    /**
     * Whether so much more may be used now. Beyond an allowance that is billed or only warns, it may.
     *
     * @param more zero or more
     */
    boolean permits(BigDecimal more);

    /** The running plan does not limit it. */
    record Unlimited() implements Left {

        @Override
        public boolean permits(BigDecimal more) {
            return true;
        }
    }

    /** No plan runs that would include any. */
    record Nothing() implements Left {

        @Override
        public boolean permits(BigDecimal more) {
            return false;
        }
    }

    /**
     * The running plan includes a quantity of it.
     *
     * @param usage what was used of it, as last known
     * @param resetsAt when all of it is there again
     */
    record Counted(MeterUsage usage, Instant resetsAt) implements Left {

        /** What is left of what is included; zero once it is used up. */
        public BigDecimal quantity() {
            return usage.allowance().included().subtract(usage.used()).max(BigDecimal.ZERO);
        }

        @Override
        public boolean permits(BigDecimal more) {
            return switch (usage.allowance().enforcement()) {
                case METERED, SOFT -> true;
                case HARD -> usage.used().add(more).compareTo(usage.allowance().included()) <= 0;
            };
        }
    }
}
