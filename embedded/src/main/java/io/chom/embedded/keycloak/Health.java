package io.chom.embedded.keycloak;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks Keycloak how it feels.
 *
 * @param managementPort where it answers
 */
record Health(int managementPort) {

    private static final int PATIENCE_MILLIS = 2_000;

    boolean ready() {
        try {
            URI question = URI.create("http://127.0.0.1:%d/health/ready".formatted(managementPort));
            HttpURLConnection connection = (HttpURLConnection) question.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            boolean ok = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            connection.disconnect();
            return ok;
        } catch (IOException notYet) {
            return false;
        }
    }
}
