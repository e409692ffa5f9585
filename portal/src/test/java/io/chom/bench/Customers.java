package io.chom.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/** Customers by the thousand, put into the database as if they had come one by one. */
final class Customers {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Customers() {}

    /** So many of a reseller, with slugs such as {@code name-1}. */
    static void add(Connection connection, String reseller, String name, int many) throws SQLException {
        Sql.run(connection, """
                insert into tenancy.tenant (tenant_id, reseller_id, kind, slug, name)
                select gen_random_uuid(), reseller.tenant_id, 'customer', '%1$s-' || n, '%1$s ' || n
                  from tenancy.tenant reseller, generate_series(1, %2$d) n where reseller.slug = '%3$s'
                """.formatted(name, many, reseller));
    }

    /** A key of its own for each that {@link #add} made, which may send and read usage and read bills. */
    static List<String> keys(Connection connection, String name) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (var tenants = connection.prepareStatement(
                        "select tenant_id, reseller_id from tenancy.tenant where slug ~ ('^' || ? || '-[0-9]+$') order by"
                                + " length(slug), slug");
                var insertion = connection.prepareStatement("""
                        insert into developer.api_key (id, tenant_id, reseller_id, name, prefix, hash, last4, scopes, created_at)
                        values (gen_random_uuid(), ?, ?, 'bench', ?, ?, ?, '{usage:read,usage:write,billing:read}', now())
                        """)) {
            tenants.setString(1, name);
            var rows = tenants.executeQuery();
            while (rows.next()) {
                String key = key();
                insertion.setObject(1, rows.getObject("tenant_id", UUID.class));
                insertion.setObject(2, rows.getObject("reseller_id", UUID.class));
                insertion.setString(3, key.substring(0, 12));
                insertion.setBytes(4, hash(key));
                insertion.setString(5, key.substring(key.length() - 4));
                insertion.addBatch();
                keys.add(key);
            }
            insertion.executeBatch();
        }
        return keys;
    }

    /** In the form that the program gives out; its random part need not be a secret here. */
    private static String key() {
        var key = new StringBuilder("ck_live_");
        ThreadLocalRandom.current().ints(32, 0, DIGITS.length()).forEach(at -> key.append(DIGITS.charAt(at)));
        var check = new CRC32();
        check.update(key.toString().getBytes(StandardCharsets.US_ASCII));
        var end = new StringBuilder();
        for (long rest = check.getValue(); end.length() < 6; rest /= DIGITS.length()) {
            end.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return key.append(end.reverse()).toString();
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
