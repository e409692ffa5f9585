package io.chom.tenants.platform.mail;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Through which server mails are sent.
 *
 * @param url {@code smtp://[user:password@]host[:port]}, or {@code smtps://…}; null where no mail is sent
 * @param from address of the sender; {@code {host}} becomes the brand's primary host
 * @param giveUp for how long sending is tried
 * @param patience with a server for each step of sending
 */
@ConfigurationProperties("chom.smtp")
record MailProperties(
        @Nullable URI url,
        @DefaultValue("no-reply@{host}") String from,
        @DefaultValue("2d") Duration giveUp,
        @DefaultValue("20s") Duration patience) {}
