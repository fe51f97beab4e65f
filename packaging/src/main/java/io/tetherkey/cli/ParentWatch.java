package io.tetherkey.cli;

import java.util.Optional;

/** Ends this process when the demo that started it is gone, so that a killed demo leaves nothing running. */
final class ParentWatch {
    private static final int ORPHANED = 3;

    private ParentWatch() {}

    /** Does nothing in a process that no demo has started. */
    static void start() {
        Optional.ofNullable(System.getProperty(Program.PARENT))
                .map(Long::valueOf)
                .ifPresent(parent -> ProcessHandle.of(parent)
                        .ifPresentOrElse(
                                ParentWatch::follow, () -> Runtime.getRuntime().halt(ORPHANED)));
    }

    private static void follow(ProcessHandle parent) {
        parent.onExit().thenRun(() -> System.exit(ORPHANED));
    }
}
