package io.chom.tenants.platform.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose client takes too long to send the body of a request: one that comes in drops would keep its place
 * for as long as its sender likes.
 *
 * <p>The server's own time-out for requests sets an alarm for every request, and does not take it back when the answer is
 * out before the end of the request is read: each request answered from memory was so kept for the whole time allowed. Here
 * an alarm is set only when what was read does not end a request.
 */
final class SlowBodyGuard extends ChannelDuplexHandler {

    private final long limit;
    private @Nullable Future<?> alarm;
    private boolean reading;
    /** Requests whose answer has not begun, the one that is being read among them. */
    private int unanswered;

    /** @param limit from the last byte of what came with the head until the end of the body */
    SlowBodyGuard(Duration limit) {
        this.limit = limit.toNanos();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            reading = true;
            unanswered++;
        }
        if (message instanceof LastHttpContent) {
            reading = false;
            forget();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (reading && alarm == null) {
            alarm = context.executor().schedule(() -> end(context), limit, TimeUnit.NANOSECONDS);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response && response.status().code() >= HttpResponseStatus.OK.code()) {
            unanswered--;
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forget();
        context.fireChannelInactive();
    }

    private void forget() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    /** The answer can only be sent where no other is under way or still owed before it. */
    private void end(ChannelHandlerContext context) {
        if (unanswered == 1) {
            var late = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT, Unpooled.EMPTY_BUFFER);
            late.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO)
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            var ignored = context.writeAndFlush(late).addListener(ChannelFutureListener.CLOSE);
        } else {
            var ignored = context.close();
        }
    }
}
