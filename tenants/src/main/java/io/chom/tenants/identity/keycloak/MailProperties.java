package io.chom.tenants.identity.keycloak;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Through which server realms send mail.
 *
 * @param url {@code smtp://[user:password@]host[:port]}, or {@code smtps://…}; null where no mail is sent
 * @param from address of the sender; {@code {host}} becomes the brand's primary host
 */
@ConfigurationProperties("chom.smtp")
record MailProperties(
        @Nullable URI url, @DefaultValue("no-reply@{host}") String from) {}
