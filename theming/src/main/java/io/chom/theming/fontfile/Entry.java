package io.chom.theming.fontfile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as the directory of a file announces it (section 4.1).
 *
 * @param version how it was transformed
 * @param length in an unpacked font, in bytes
 * @param stored in the unpacked stream, in bytes: another length only if it was transformed
 */
record Entry(String tag, int version, long length, long stored) {

    static final String OUTLINES = "glyf";
    static final String PLACES = "loca";
    static final String WIDTHS = "hmtx";

    private static final int UNCHANGED_OUTLINES = 3;
    private static final int OTHER_TAG = 63;

    /** Tags by their number in the directory. */
    private static final List<String> KNOWN =
            List.of(("cmap,head,hhea,hmtx,maxp,name,OS/2,post,cvt ,fpgm,glyf,loca,prep,"
                            + "CFF ,VORG,EBDT,EBLC,gasp,hdmx,kern,LTSH,PCLT,VDMX,vhea,vmtx,BASE,GDEF,GPOS,GSUB,EBSC,JSTF,MATH,CBDT,"
                            + "CBLC,COLR,CPAL,SVG ,sbix,acnt,avar,bdat,bloc,bsln,cvar,fdsc,feat,fmtx,fvar,gvar,hsty,just,lcar,mort,"
                            + "morx,opbd,prop,trak,Zapf,Silf,Glat,Gloc,Feat,Sill")
                    .split(","));

    static Entry read(ByteBuffer file) {
        var flags = Numbers.unsignedByte(file);
        var tag = tag(file, flags & 0x3f);
        var length = Numbers.base128(file);
        return new Entry(tag, flags >> 6, length, isTransformed(tag, flags >> 6) ? Numbers.base128(file) : length);
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
        return tag.equals(OUTLINES) || tag.equals(PLACES) ? version != UNCHANGED_OUTLINES : version != 0;
    }

    boolean isTransformed() {
        return isTransformed(tag, version);
    }
}
