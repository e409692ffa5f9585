package io.chom.theming;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the head of a font in the format WOFF2 (<a href="https://www.w3.org/TR/WOFF2/">W3C</a>, sections 4 and 5): what it
 * says of itself has to fit its bytes, and it has to have what a font for text needs. What is compressed stays so: browsers
 * unpack and check it.
 *
 * @param tables the tags of its tables
 */
record SafeWoff2(Set<String> tables) {

    private static final int SIGNATURE = 0x774F4632;
    private static final int HEADER_BYTES = 48;
    private static final int MOST_TABLES = 64;
    private static final long MOST_UNPACKED = 16L * 1024 * 1024;
    private static final Set<Integer> FLAVORS = Set.of(0x00010000, 0x4F54544F, 0x74727565);
    private static final Set<String> NEEDED = Set.of("cmap", "head", "hhea", "hmtx", "maxp", "name");
    private static final List<String> OUTLINES = List.of("glyf", "CFF ", "CFF2");

    /** Tags by their number in the directory (section 5.2). */
    private static final List<String> KNOWN =
            List.of(("cmap,head,hhea,hmtx,maxp,name,OS/2,post,cvt ,fpgm,glyf,loca,prep,"
                            + "CFF ,VORG,EBDT,EBLC,gasp,hdmx,kern,LTSH,PCLT,VDMX,vhea,vmtx,BASE,GDEF,GPOS,GSUB,EBSC,JSTF,MATH,CBDT,"
                            + "CBLC,COLR,CPAL,SVG ,sbix,acnt,avar,bdat,bloc,bsln,cvar,fdsc,feat,fmtx,fvar,gvar,hsty,just,lcar,mort,"
                            + "morx,opbd,prop,trak,Zapf,Silf,Glat,Gloc,Feat,Sill")
                    .split(","));

    private static final int OTHER_TAG = 63;

    /** @throws IllegalArgumentException if the bytes are not those of one font for text */
    static SafeWoff2 require(byte[] bytes) {
        if (bytes.length > OwnFont.MOST_BYTES) {
            throw new IllegalArgumentException("A font has at most 512 kB");
        }
        if (bytes.length < HEADER_BYTES || ByteBuffer.wrap(bytes).getInt() != SIGNATURE) {
            throw new IllegalArgumentException("This is not a font in the format WOFF2");
        }
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("This font is damaged", cut);
        }
    }

    private static SafeWoff2 read(ByteBuffer file) {
        var count = file.getShort(12) & 0xffff;
        var packed = file.getInt(20) & 0xffff_ffffL;
        sane(FLAVORS.contains(file.getInt(4)) && file.getInt(8) == file.limit() && file.getShort(14) == 0);
        sane(count > 0 && count <= MOST_TABLES && (file.getInt(16) & 0xffff_ffffL) <= MOST_UNPACKED);
        file.position(HEADER_BYTES);
        var found = new HashSet<String>();
        var unpacked = 0L;
        for (var table = 0; table < count; table++) {
            var flags = file.get() & 0xff;
            var tag = tag(file, flags & 0x3f);
            sane(found.add(tag));
            unpacked += number(file);
            if (isTransformed(tag, flags >> 6)) {
                number(file);
            }
        }
        sane(unpacked <= MOST_UNPACKED && packed > 0);
        sane(endOf(file, packed) == file.limit());
        sane(found.containsAll(NEEDED) && OUTLINES.stream().anyMatch(found::contains) && !found.contains("SVG "));
        return new SafeWoff2(Set.copyOf(found));
    }

    /** Whether one file has all weights. */
    boolean isVariable() {
        return tables.contains("fvar");
    }

    private static String tag(ByteBuffer file, int number) {
        if (number != OTHER_TAG) {
            return KNOWN.get(number);
        }
        var tag = new byte[4];
        file.get(tag);
        return new String(tag, StandardCharsets.ISO_8859_1);
    }

    /** Outlines are transformed unless version 3 says no; other tables only if their version says so (section 5.1). */
    private static boolean isTransformed(String tag, int version) {
        return tag.equals("glyf") || tag.equals("loca") ? version != 3 : version != 0;
    }

    /** A UIntBase128 (section 4.1): at most five bytes of seven bits, without leading zeros. */
    private static long number(ByteBuffer file) {
        var value = 0L;
        for (var index = 0; index < 5; index++) {
            var next = file.get() & 0xff;
            sane(index > 0 || next != 0x80);
            value = value << 7 | next & 0x7f;
            if ((next & 0x80) == 0) {
                sane(value <= 0xffff_ffffL);
                return value;
            }
        }
        throw new IllegalArgumentException("This font is damaged");
    }

    /** Where the file has to end: after the tables or, padded to four bytes, after the notes and the private data. */
    private static long endOf(ByteBuffer file, long packed) {
        var end = file.position() + packed;
        var notes = file.getInt(32) & 0xffff_ffffL;
        var own = file.getInt(44) & 0xffff_ffffL;
        if (notes > 0) {
            sane((file.getInt(28) & 0xffff_ffffL) == padded(end));
            end = padded(end) + notes;
        }
        if (own > 0) {
            sane((file.getInt(40) & 0xffff_ffffL) == padded(end));
            end = padded(end) + own;
        }
        return notes == 0 && own == 0 && file.limit() == padded(end) ? file.limit() : end;
    }

    private static long padded(long end) {
        return end + 3 & ~3L;
    }

    private static void sane(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("This font is damaged, or not one for text");
        }
    }
}
