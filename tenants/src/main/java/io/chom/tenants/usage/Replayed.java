package io.chom.tenants.usage;

/**
 * What became of refused events that were sent through again.
 *
 * @param taken are durable and will be counted, or were counted already; they have left the tray
 * @param refused were refused again and stay, with the newest reason
 * @param left were not tried, because one call takes only so many; the next one does
 */
public record Replayed(int taken, int refused, long left) {}
