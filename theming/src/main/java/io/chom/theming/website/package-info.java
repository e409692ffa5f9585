/** What a website tells of the brand of its house: read from its page, style sheets and pictures, and proposed. */
@NullMarked
package io.chom.theming.website;

import org.jspecify.annotations.NullMarked;
