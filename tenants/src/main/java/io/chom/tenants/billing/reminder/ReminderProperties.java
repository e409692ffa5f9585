package io.chom.tenants.billing.reminder;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When customers are reminded.
 *
 * @param renewal so many days before a year is renewed
 * @param resumption so many days before a pause ends; of one that is no longer than that nobody is reminded
 */
@ConfigurationProperties("chom.billing.reminders")
record ReminderProperties(
        @DefaultValue("30") int renewal, @DefaultValue("7") int resumption) {}
