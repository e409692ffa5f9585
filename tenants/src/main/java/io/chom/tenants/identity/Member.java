package io.chom.tenants.identity;

import io.chom.tenants.platform.EmailAddress;
import java.time.Instant;

/**
 * One person of the acting organisation.
 *
 * @param person who
 * @param email the address that the person was invited at
 * @param displayName the person's name, 1–120 characters
 * @param role what the person may do
 * @param since when the person became a member
 */
public record Member(PersonId person, EmailAddress email, String displayName, Role role, Instant since) {}
