package io.tetherkey.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits until a process has printed a line that begins so. */
final class Breakpoint implements Consumer<String> {
    private final String beginning;
    private final CompletableFuture<String> reached = new CompletableFuture<>();

    Breakpoint(String beginning) {
        this.beginning = beginning;
    }

    @Override
    public void accept(String line) {
        if (line.startsWith(beginning)) {
            reached.complete(line);
        }
    }

    void await(ChildProcess child) throws Exception {
        CompletableFuture.anyOf(reached, child.onExit()).get(DemoHouse.PAYMENT.toSeconds(), TimeUnit.SECONDS);
        if (!reached.isDone()) {
            throw new AssertionError("ended before '" + beginning + "'", child.endedByItself());
        }
    }
}
