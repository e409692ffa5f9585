package io.chom.tenants.blocking;

import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What the watch over the event loops lets pass, each for a reason, and what it does when it finds something. */
public final class Allowances implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder watch) {
        // Reads /dev/urandom, which has always something to give.
        watch.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
        // Loads a library, once in the life of a process, when the first answer is to be compressed.
        watch.allowBlockingCallsInside("com.github.luben.zstd.util.Native", "load");
        // Adds a magazine of buffers, under a lock that is held for as long as an array is copied.
        watch.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "tryExpandMagazines");
        // Learns to read a type, once in the life of a process, under a lock.
        watch.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
        // The clock of tests in which time is moved keeps what is due in a queue with a lock. Workers of other tests,
        // which run on
        // beside them, may come upon it then; outside of tests there is no such clock.
        watch.allowBlockingCallsInside("reactor.test.scheduler.VirtualTimeScheduler$TimedRunnable", "dispose");
        watch.allowBlockingCallsInside("reactor.test.scheduler.VirtualTimeScheduler$VirtualTimeWorker", "schedule");
        watch.blockingMethodCallback(Allowances::found);
    }

    /** The caller may swallow the error, so it is kept as well. */
    private static void found(BlockingMethod method) {
        var error = new BlockingOperationError(method);
        Found.add(error);
        throw error;
    }
}
