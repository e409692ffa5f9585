package io.chom.theming.website;

import io.chom.theming.BrandTokens;
import io.chom.theming.Clash;
import io.chom.theming.Color;
import io.chom.theming.Look;

/**
 * A colour of a website and what it becomes as an accent.
 *
 * @param asked as the website has it
 * @param given the nearest that can be read wherever an accent is used
 */
public record ProposedColor(Color asked, Color given) {

    /** Whether another one had to take its place. */
    public boolean isMoved() {
        return !asked.equals(given);
    }

    static ProposedColor of(Color asked, Look look) {
        return new ProposedColor(asked, readable(look.withAccent(asked)).accent());
    }

    /** The look with the nearest accent with which nothing clashes. */
    static Look readable(Look look) {
        var clashes = Clash.of(BrandTokens.of(look));
        return clashes.isEmpty() ? look : look.withAccent(clashes.getFirst().given());
    }
}
