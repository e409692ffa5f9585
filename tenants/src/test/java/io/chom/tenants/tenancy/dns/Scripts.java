package io.chom.tenants.tenancy.dns;

import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Servers that do not do what they should. */
final class Scripts {

    static final LoopbackServer.Script SILENT = (query, stream) -> Optional.empty();

    /** Sends bytes that are no message. */
    static final LoopbackServer.Script GARBAGE = (query, stream) -> {
        byte[] bytes = World.reply(query).toWire();
        bytes[7] = 9;
        return Optional.of(bytes);
    };

    /** Answers another question than the one asked. */
    static final LoopbackServer.Script OFF_TOPIC = (query, stream) -> {
        Message other = new Message(query.getHeader().getID());
        other.getHeader().setFlag(Flags.QR);
        other.addRecord(Record.newRecord(Names.of("else.example"), Type.A, DClass.IN), Section.QUESTION);
        return Optional.of(other.toWire());
    };

    private Scripts() {}

    /** Answers with an error code. */
    static LoopbackServer.Script code(int code) {
        return (query, stream) -> {
            Message reply = World.reply(query);
            reply.getHeader().setRcode(code);
            return Optional.of(reply.toWire());
        };
    }

    /** Answers as before, but not with authority, as a resolver would. */
    static LoopbackServer.Script secondHand(LoopbackServer.Script script) {
        return (query, stream) -> script.answer(query, stream).map(bytes -> {
            bytes[2] &= (byte) ~4;
            return bytes;
        });
    }

    /** Answers under another id, over UDP. */
    static LoopbackServer.Script wrongId(LoopbackServer.Script script) {
        return (query, stream) -> script.answer(query, stream).map(bytes -> {
            bytes[0] ^= (byte) (stream ? 0 : 0x55);
            return bytes;
        });
    }

    /** Answers over TCP only. */
    static LoopbackServer.Script truncated(LoopbackServer.Script script) {
        return (query, stream) -> {
            Message reply = World.reply(query);
            reply.getHeader().setFlag(Flags.TC);
            return stream ? script.answer(query, true) : Optional.of(reply.toWire());
        };
    }

    /** Answers whatever is asked with as many texts as go into a message. */
    static final LoopbackServer.Script HUGE = (query, stream) -> {
        Message reply = World.reply(query);
        reply.getHeader().setFlag(stream ? Flags.AA : Flags.TC);
        var name = query.getQuestion().getName();
        for (int i = 0; stream && i < 250; i++) {
            reply.addRecord(new TXTRecord(name, DClass.IN, 300, i + "x".repeat(200)), Section.ANSWER);
        }
        return Optional.of(reply.toWire());
    };

    /** Says about names that nobody asked for that all is well. */
    static final LoopbackServer.Script STRAY = (query, stream) -> {
        Message reply = World.reply(query);
        reply.getHeader().setFlag(Flags.AA);
        new ZoneData("example")
                .add("other TXT portal-verification=c4ll", "other A 198.51.100.10", "other CNAME edge.portal")
                .records
                .forEach(one -> reply.addRecord(one, Section.ANSWER));
        return Optional.of(reply.toWire());
    };
}
