/**
 * Stripe’s protocol without Stripe: what the portal needs of it, no money moves. It is kept in memory only.
 *
 * <p>A request finds its {@link io.chom.embedded.stripe.Route}, whose {@link io.chom.embedded.stripe.Fields} refuse what
 * Stripe would refuse; its handler reads and writes the {@link io.chom.embedded.stripe.Shelf} of the account, which tells
 * the {@link io.chom.embedded.stripe.Journal} of each change, and that the webhooks. What happens by itself as time goes
 * by is in {@link io.chom.embedded.stripe.Passage}. What only tests need is under {@code /sandbox}, see
 * {@link io.chom.embedded.stripe.Controls}.
 */
@NullMarked
package io.chom.embedded.stripe;

import org.jspecify.annotations.NullMarked;
