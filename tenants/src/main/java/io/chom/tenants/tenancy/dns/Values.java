package io.chom.tenants.tenancy.dns;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/** Records as people read them. What strangers wrote is cut and freed of what cannot be shown. */
final class Values {

    private static final int MOST = 10;
    private static final int LONGEST = 300;

    private Values() {}

    /** The values of records, sorted, no more than ten. */
    static List<String> of(Collection<Record> records) {
        return records.stream().map(Values::of).sorted().limit(MOST).toList();
    }

    /** Whole texts as they stand there, for judging them; not to be shown. */
    static List<String> texts(Collection<Record> records) {
        return records.stream()
                .filter(TXTRecord.class::isInstance)
                .map(record -> text((TXTRecord) record))
                .toList();
    }

    /** Texts as people read them, sorted, no more than ten. */
    static List<String> shown(Collection<String> texts) {
        return texts.stream().map(Values::shown).sorted().limit(MOST).toList();
    }

    static List<String> ofNames(Collection<Name> names) {
        return names.stream().map(Values::of).limit(MOST).toList();
    }

    /** A name without its trailing dot. */
    static String of(Name name) {
        return shown(name.toString(true).toLowerCase(Locale.ROOT));
    }

    static List<InetAddress> addresses(Collection<Record> records) {
        return records.stream().flatMap(Values::address).toList();
    }

    private static Stream<InetAddress> address(Record record) {
        return switch (record) {
            case ARecord a -> Stream.of(a.getAddress());
            case AAAARecord aaaa -> Stream.of(aaaa.getAddress());
            default -> Stream.empty();
        };
    }

    private static String of(Record record) {
        return shown(
                switch (record) {
                    case ARecord a -> a.getAddress().getHostAddress();
                    case AAAARecord aaaa -> aaaa.getAddress().getHostAddress();
                    case TXTRecord txt -> text(txt);
                    default -> record.rdataToString();
                });
    }

    /** The strings of a text record are one text (RFC 7208, section 3.3, and common usage). */
    private static String text(TXTRecord record) {
        return record.getStringsAsByteArrays().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static String shown(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "?");
    }
}
