package io.chom.tenants.tenancy.website;

import io.chom.theming.website.ProposedBrand;

/** How far the reading of a website has come. */
public sealed interface SiteReading {

    /**
     * It goes on.
     *
     * @param step what is being fetched
     * @param done how many of them are there
     * @param of how many there are, as far as is known
     */
    record Fetching(Step step, int done, int of) implements SiteReading {}

    /** It is over, and this was made of it. */
    record Proposed(ProposedBrand brand) implements SiteReading {}

    /**
     * It is over, and there is nothing.
     *
     * @param code a stable name, such as {@code too-slow}
     * @param about what the sentence is about: a host, a number; may be empty
     * @param sentence for people; says what to do
     */
    record Failed(String code, String about, String sentence) implements SiteReading {}

    /** What a website is made of. */
    enum Step {
        PAGE,
        PARTS
    }
}
