package io.chom.portal.runtime;

import org.springframework.core.env.Environment;

/**
 * The process that has started this one as one of many, if there is one. When it is gone, so are the parts that it keeps
 * and the proxy that brings the requests; this process then ends in order, before somebody starts everything anew.
 */
final class Parent {

    private static final String SETTING = "chom.parent";

    private Parent() {}

    static void leadsAway(Environment settings) {
        Long pid = settings.getProperty(SETTING, Long.class);
        if (pid != null) {
            ProcessHandle.of(pid).ifPresentOrElse(Parent::await, Parent::end);
        }
    }

    private static void await(ProcessHandle parent) {
        var unused = parent.onExit().thenRun(Parent::end);
    }

    private static void end() {
        System.exit(143);
    }
}
