package io.chom.portal.demo;

import java.util.List;

/**
 * What a person or a program needs to enter the demo.
 *
 * @param users who can log in where
 * @param apiKeys keys of customers; a key is shown only when it is made, so the demo remembers it
 */
public record DemoRecord(List<User> users, List<ApiKey> apiKeys) {

    public static final DemoRecord NONE = new DemoRecord(List.of(), List.of());

    public DemoRecord {
        users = List.copyOf(users);
        apiKeys = List.copyOf(apiKeys);
    }

    /** Somebody who can log in: {@code brand} is the short name of the house, {@code host} its portal's. */
    public record User(String brand, String host, String email, String password, String role) {}

    /** A key of a customer, named by its short name, for the API of a brand. */
    public record ApiKey(String brand, String tenant, String key) {}
}
