package io.chom.tenants.identity;

import io.chom.tenants.platform.EmailAddress;

/**
 * Somebody who is to belong to the acting organisation.
 *
 * @param email where to reach the person
 * @param name the person's name, 1–120 characters on one line
 * @param role what the person may do
 */
public record NewMember(EmailAddress email, String name, Role role) {

    public NewMember {
        if (name.isBlank() || name.length() > 120 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A person's name has 1–120 characters on one line.");
        }
    }
}
