package io.chom.tenants.tenancy;

import java.net.URI;

/**
 * How browsers reach one of our servers: the same scheme and port on every brand's host.
 *
 * @param template such as {@code https://{host}} or {@code http://{host}:8080}, without a path
 */
public record PublicUrl(String template) {

    private static final String HOST = "{host}";

    public PublicUrl {
        if (!isValid(template)) {
            throw new IllegalArgumentException("A public address looks like https://{host} or http://{host}:8080.");
        }
    }

    private static boolean isValid(String template) {
        return template.matches("https?://\\{host}(:\\d{1,5})?");
    }

    /** The origin on a host, without a slash at the end. */
    public URI on(HostName host) {
        return URI.create(template.replace(HOST, host.value()));
    }

    /** A place below the origin on a host. */
    public URI on(HostName host, String path) {
        return URI.create(template.replace(HOST, host.value()) + path);
    }

    /** Whether browsers reach it encrypted. */
    public boolean isSecure() {
        return template.startsWith("https:");
    }

    /** The port that browsers use, the scheme's own when none is written. */
    public int port() {
        int colon = template.lastIndexOf(':');
        boolean written = colon > template.indexOf(HOST);
        return written ? Integer.parseInt(template.substring(colon + 1)) : isSecure() ? 443 : 80;
    }
}
