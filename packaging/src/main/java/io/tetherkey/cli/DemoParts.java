package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The processes of one demo, each started when the one before is ready. Closing ends them, the youngest first, and
 * touches no process that this demo has not started.
 */
final class DemoParts implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern BANK_READY = Pattern.compile("bank listening (https://\\S+) shop (http://\\S+)");
    private static final Pattern PHONE_READY = Pattern.compile("phone listening (tcp://\\S+)");

    private final Program program;
    private final ProfileFolder profile;
    private final Deque<ChildProcess> children = new ArrayDeque<>();
    private final Deque<Runnable> undoes = new ArrayDeque<>();

    DemoParts(Program program, ProfileFolder profile) {
        this.program = program;
        this.profile = profile;
    }

    /** Where the bank listens. */
    record BankAddress(URI api, URI shop) {}

    BankAddress startBank() throws CommandFailure, InterruptedException {
        var ready = new ChildProcess.Announcement(BANK_READY);
        ChildProcess bank = start(Part.BANK, true, List.of("--port", "0"), "", ready);
        Matcher words = ready.await(bank, START);
        return new BankAddress(URI.create(words.group(1)), URI.create(words.group(2)));
    }

    /** @return the phone's address */
    String startPhone(boolean headless, List<String> arguments) throws CommandFailure, InterruptedException {
        var ready = new ChildProcess.Announcement(PHONE_READY);
        List<String> words = new ArrayList<>(List.of("--tcp", "0"));
        words.addAll(arguments);
        ChildProcess phone = start(Part.PHONE, headless, words, "", ready);
        return ready.await(phone, START).group(1);
    }

    ChildProcess startDesktop(boolean headless, List<String> arguments, String input, Consumer<String> lines)
            throws CommandFailure {
        return start(Part.DESKTOP, headless, arguments, input, lines);
    }

    /** The child that was started last as this part. */
    ChildProcess child(Part part) {
        synchronized (children) {
            return children.stream()
                    .filter(child -> child.part() == part)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(part + " was not started"));
        }
    }

    /** Completes with the first child that ends. */
    CompletableFuture<ChildProcess> firstEnd() {
        CompletableFuture<ChildProcess> first = new CompletableFuture<>();
        synchronized (children) {
            children.forEach(child -> child.onExit().thenAccept(first::complete));
        }
        return first;
    }

    private ChildProcess start(
            Part part, boolean headless, List<String> arguments, String input, Consumer<String> lines)
            throws CommandFailure {
        List<String> words = new ArrayList<>(List.of("--profile", profile.path().toString()));
        words.addAll(arguments);
        Path log = profile.log(part);
        try {
            synchronized (children) {
                ChildProcess child =
                        ChildProcess.start(part, program.commandLine(part, headless, words), log, input, lines);
                children.push(child);
                return child;
            }
        } catch (IOException e) {
            throw new CommandFailure(Fault.PROGRAM_ENDED, "The " + part.command() + " cannot be started.", e);
        }
    }

    /** Something else to undo when the demo ends, however it ends. */
    void atClose(Runnable undo) {
        synchronized (children) {
            undoes.push(undo);
        }
    }

    /** Ends what is running; does nothing the second time. */
    @Override
    public void close() {
        List<ChildProcess> running;
        List<Runnable> rest;
        synchronized (children) {
            running = List.copyOf(children);
            rest = List.copyOf(undoes);
            children.clear();
            undoes.clear();
        }
        running.forEach(ChildProcess::close);
        rest.forEach(Runnable::run);
    }
}
