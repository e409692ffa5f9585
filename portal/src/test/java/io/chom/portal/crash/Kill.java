package io.chom.portal.crash;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * A true {@code kill -9}, by the system call: no word of the JVM's own end runs, as with {@code Runtime.halt}, and no
 * other thread gets on while a command is being started, as with a process that kills its parent.
 */
final class Kill {

    private static final int SIGKILL = 9;
    private static final MethodHandle CALL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().find("kill").orElseThrow(),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

    private Kill() {}

    /** The first call of all: whether the process is there. */
    static void prepare() {
        signal(0);
    }

    static void self() {
        signal(SIGKILL);
    }

    private static void signal(int number) {
        try {
            int failed = (int) CALL.invokeExact((int) ProcessHandle.current().pid(), number);
            if (failed != 0) {
                throw new AssertionError("kill was refused");
            }
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
