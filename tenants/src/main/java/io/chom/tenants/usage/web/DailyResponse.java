package io.chom.tenants.usage.web;

import io.chom.tenants.usage.DailyUsage;
import java.time.LocalDate;
import java.util.List;

/**
 * Usage of a meter by day in UTC.
 *
 * @param until day after the last
 * @param days oldest first; days without events are absent
 */
record DailyResponse(String meter, LocalDate from, LocalDate until, List<DailyUsage> days) {}
