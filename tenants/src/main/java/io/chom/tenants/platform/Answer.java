package io.chom.tenants.platform;

import java.util.Map;

/**
 * An answer to a request that can be given again.
 *
 * @param status HTTP status, 100–599
 * @param headers those that belong to the answer, such as {@code Location}
 * @param body as sent; empty when there is none
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    public Answer {
        headers = Map.copyOf(headers);
    }
}
