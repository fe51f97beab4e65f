package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part that runs as a child of the demo. Two virtual threads read what it prints, write that to its log and hand the
 * lines on. Closing ends this child and no other process.
 */
final class ChildProcess implements AutoCloseable {
    private static final Duration POLITE = Duration.ofSeconds(3);
    private static final Pattern SPOKEN = Pattern.compile("^(STEP \\S+ [0-9]+|PAID order=\\S+|OPEN) .*");
    private static final Pattern CODED = Pattern.compile("TK-[0-9]{3} .+");

    private final Part part;
    private final Process process;
    private final Path log;
    private final PrintWriter logged;
    private volatile String lastSentence = "";
    private final List<Thread> readers;

    private ChildProcess(Part part, Process process, Path log, Consumer<String> lines) throws IOException {
        this.part = part;
        this.process = process;
        this.log = log;
        this.logged = new PrintWriter(
                Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true);
        this.readers = List.of(
                Thread.ofVirtual().start(() -> read(process.getInputStream(), lines)),
                Thread.ofVirtual().start(() -> read(process.getErrorStream(), this::keepSentence)));
    }

    /**
     * @param input what the child reads, UTF-8; its input then ends
     * @param lines called with each line of its output, on another thread
     */
    static ChildProcess start(Part part, List<String> commandLine, Path log, String input, Consumer<String> lines)
            throws IOException {
        Process process = new ProcessBuilder(commandLine).start();
        ChildProcess child = new ChildProcess(part, process, log, lines);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A child that ended at once reads nothing; whoever waits for it learns that from its exit.
            child.logged.println("input was not read: " + e.getMessage());
        }
        return child;
    }

    Part part() {
        return part;
    }

    Path log() {
        return log;
    }

    boolean alive() {
        return process.isAlive();
    }

    CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** Waits for the child to end and for its last words to be read. */
    int exitCode(Duration longest) throws InterruptedException, CommandFailure {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new CommandFailure(
                    Fault.TIMED_OUT,
                    "The " + part.command() + " did not finish within " + longest.toSeconds() + " s; its log is in "
                            + log + ".");
        }
        for (Thread reader : readers) {
            reader.join(POLITE);
        }
        return process.exitValue();
    }

    /** The child's own last sentence with a code on its error output, empty if it said none. */
    Optional<String> lastSentence() {
        return Optional.of(lastSentence).filter(sentence -> !sentence.isEmpty());
    }

    /** What to tell when this child has ended although nobody asked it to. */
    CommandFailure endedByItself() throws InterruptedException {
        for (Thread reader : readers) {
            reader.join(POLITE);
        }
        return new CommandFailure(
                Fault.PROGRAM_ENDED,
                "The " + part.command() + " ended by itself with exit code " + process.exitValue()
                        + lastSentence()
                                .map(sentence -> " and said: " + sentence)
                                .orElse(".") + " Its log is in " + log
                        + ".");
    }

    /** Waits for a line that a child prints once it is ready. */
    static final class Announcement implements Consumer<String> {
        private final Pattern form;
        private final CompletableFuture<Matcher> found = new CompletableFuture<>();

        /** @param form of the whole line */
        Announcement(Pattern form) {
            this.form = form;
        }

        @Override
        public void accept(String line) {
            Matcher match = form.matcher(line);
            if (match.matches()) {
                found.complete(match);
            }
        }

        /** The match, or a failure if the child ends or takes too long before. */
        Matcher await(ChildProcess child, Duration longest) throws CommandFailure, InterruptedException {
            try {
                CompletableFuture.anyOf(found, child.process.onExit()).get(longest.toMillis(), TimeUnit.MILLISECONDS);
                if (!found.isDone()) {
                    throw child.endedByItself();
                }
                return found.get();
            } catch (TimeoutException e) {
                throw new CommandFailure(
                        Fault.TIMED_OUT,
                        "The " + child.part.command() + " was not ready within " + longest.toSeconds()
                                + " s; its log is in " + child.log + ".",
                        e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void keepSentence(String line) {
        if (CODED.matcher(line).matches()) {
            lastSentence = line;
        }
    }

    private void read(InputStream stream, Consumer<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> {
                logged.println(forLog(line));
                lines.accept(line);
            });
        } catch (IOException | UncheckedIOException e) {
            logged.println("output could not be read: " + e.getMessage());
        }
    }

    /** Of what the app says to the person, the log keeps the kind and the time: payee, amount and codes are not for logs. */
    private static String forLog(String line) {
        return SPOKEN.matcher(line).replaceFirst("$1");
    }

    /** Ends the child at once, as a power failure would, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the child to end, and ends it if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(POLITE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        logged.close();
    }
}
