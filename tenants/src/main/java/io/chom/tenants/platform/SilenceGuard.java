package io.chom.tenants.platform;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose server owes an answer and says nothing. A network that drops packets without a word looks like
 * an idle one; the driver would wait for ever, and with it the place in the pool.
 *
 * <p>The server ends each answer with <i>ready for query</i>; until that comes, every sign of life begins the wait anew.
 */
final class SilenceGuard extends ChannelDuplexHandler {

    /** How <i>ready for query</i> begins: its letter and its length. One letter about the transaction follows. */
    private static final long READY = ((long) 'Z' << 32) | 5;

    private static final int READY_BYTES = 6;

    private final long limit;
    private boolean owed;
    private boolean watching;
    private long since;

    /** @param limit longer than the server lets any statement run */
    SilenceGuard(Duration limit) {
        this.limit = limit.toNanos();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        owed = true;
        since = now(context);
        if (!watching) {
            watching = true;
            lookAfter(context, limit);
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        since = now(context);
        if (owed && message instanceof ByteBuf bytes && endsReady(bytes)) {
            owed = false;
        }
        context.fireChannelRead(message);
    }

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }

    private static boolean endsReady(ByteBuf bytes) {
        int start = bytes.writerIndex() - READY_BYTES;
        return start >= bytes.readerIndex()
                && (((long) bytes.getByte(start) << 32) | bytes.getUnsignedInt(start + 1)) == READY;
    }

    private void lookAfter(ChannelHandlerContext context, long nanos) {
        var ignored = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        long rest = limit - (now(context) - since);
        watching = owed && rest > 0;
        if (watching) {
            lookAfter(context, rest);
        } else if (owed) {
            var ignored = context.close();
        }
    }
}
