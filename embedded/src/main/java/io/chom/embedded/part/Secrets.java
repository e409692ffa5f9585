package io.chom.embedded.part;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The passwords of the parts: made at random when first asked for, kept in a file that only its owner may read. */
public final class Secrets {

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    /** @param file where the passwords are kept */
    public Secrets(Path file) {
        this.file = file;
    }

    /** The password with this name, 192 random bits in letters, digits, {@code -} and {@code _}. */
    public synchronized String password(String name) throws IOException {
        Map<String, String> all = PrivateFiles.read(file);
        String known = all.get(name);
        if (known != null) {
            return known;
        }
        String fresh = generate();
        all.put(name, fresh);
        PrivateFiles.write(file, all);
        return fresh;
    }

    private String generate() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
