package io.chom.tenants.usage;

/**
 * How much was refused and is kept.
 *
 * @param kept events in the tray, counted up to {@link UsageTray#MOST_COUNTED}
 * @param dropped events that had to go before their time, because a day had more than are kept
 */
public record TraySize(long kept, long dropped) {}
