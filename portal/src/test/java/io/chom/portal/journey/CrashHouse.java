package io.chom.portal.journey;

import io.chom.portal.journey.UsageBooks.Sender;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** A reseller and its customers, each with a key, put into the database by hand: nobody is there who could log in. */
final class CrashHouse {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Random random;
    private final String brand;
    private final UUID reseller;
    private final List<UUID> customers;
    private final List<Sender> senders;

    /**
     * @param brand its name, with which those of its customers begin
     * @param size how many customers it has
     */
    CrashHouse(Random random, Database database, String brand, int size) throws SQLException {
        this.random = random;
        this.brand = brand;
        this.reseller = id();
        this.customers = IntStream.range(0, size).mapToObj(i -> id()).toList();
        this.senders = IntStream.range(0, size)
                .mapToObj(i -> new Sender(brand + "-" + i, brand, key()))
                .toList();
        build(database);
    }

    UUID reseller() {
        return reseller;
    }

    List<UUID> customers() {
        return customers;
    }

    List<Sender> senders() {
        return senders;
    }

    private UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private void build(Database database) throws SQLException {
        List<String> rows = new ArrayList<>();
        rows.add(tenant(reseller, "reseller", brand));
        for (int i = 0; i < customers.size(); i++) {
            rows.add(tenant(customers.get(i), "customer", senders.get(i).tenant()));
            rows.add(keyOf(customers.get(i), senders.get(i).key()));
        }
        rows.add("insert into tenancy.domain (tenant_id, reseller_id, host, state, is_primary)"
                + " values ('%1$s', '%1$s', '%2$s.localhost', 'verified', true)".formatted(reseller, brand));
        rows.add("select pg_notify('chom', 'domain_changed %s.localhost')".formatted(brand));
        database.run(String.join(";", rows));
    }

    private String tenant(UUID id, String kind, String slug) {
        return "insert into tenancy.tenant (tenant_id, reseller_id, kind, slug, name) values ('%s', '%s', '%s', '%s', '%4$s')"
                .formatted(id, reseller, kind, slug);
    }

    private String keyOf(UUID tenant, String key) {
        return """
                insert into developer.api_key
                    (id, tenant_id, reseller_id, name, prefix, hash, last4, scopes, created_at)
                values ('%s', '%s', '%s', 'crash', 'ck_live_', '\\x%s', '%s', '{usage:write,usage:read}', now())
                """.formatted(id(), tenant, reseller, sha256(key), key.substring(key.length() - 4));
    }

    /** As the program makes them: random, with six digits at the end that check the rest. */
    private String key() {
        var text = new StringBuilder("ck_live_");
        for (int i = 0; i < 32; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        var crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        var check = new StringBuilder();
        for (long rest = crc.getValue(); check.length() < 6; rest /= DIGITS.length()) {
            check.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return text.append(check.reverse()).toString();
    }

    private static String sha256(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
