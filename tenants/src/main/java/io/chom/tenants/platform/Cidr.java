package io.chom.tenants.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of IP addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; a single address is one of full length.
 *
 * @param network an address of the range
 * @param length how many leading bits count, 0–32 or 0–128
 */
public record Cidr(InetAddress network, int length) {

    public Cidr {
        if (length < 0 || length > network.getAddress().length * 8) {
            throw new IllegalArgumentException("A range has 0–32 (IPv4) or 0–128 (IPv6) leading bits.");
        }
        network = masked(network, length);
    }

    /** The first address of the range, so that equal ranges are equal however they were written. */
    private static InetAddress masked(InetAddress address, int length) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= (byte) mask(length - i * 8);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An address has 4 or 16 bytes.", e);
        }
    }

    /** The mask of a byte of which so many leading bits count. */
    private static int mask(int bits) {
        return bits <= 0 ? 0 : bits >= 8 ? 0xff : 0xff << (8 - bits) & 0xff;
    }

    /**
     * Reads {@code address} or {@code address/length}; names are never looked up.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static Cidr of(String text) {
        int slash = text.indexOf('/');
        InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int whole = network.getAddress().length * 8;
        return new Cidr(network, slash < 0 ? whole : length(text.substring(slash + 1)));
    }

    private static int length(String text) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("A range is written as 10.0.0.0/8.");
        }
        return Integer.parseInt(text);
    }

    /** Whether the address lies in the range; one of the other family never does. */
    public boolean contains(InetAddress address) {
        return network.getAddress().length == address.getAddress().length
                && masked(address, length).equals(network);
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + length;
    }
}
