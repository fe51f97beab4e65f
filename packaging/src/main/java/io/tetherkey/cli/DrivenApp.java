package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.phone.virtual.PhoneScript;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phone and the app of a demo without a person: each does by itself what its user would do, and the demo hears how. */
final class DrivenApp {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(30);
    private static final Pattern FAILED = Pattern.compile("FAILED (TK-[0-9]{3}) (.+)");
    private static final String OPEN = "OPEN ";

    private final DemoOptions options;
    private final ProfileFolder profile;
    private final DemoParts parts;
    private final Steps steps;
    private volatile String failure = "";
    private volatile Optional<URI> page = Optional.empty();

    DrivenApp(DemoOptions options, ProfileFolder profile, DemoParts parts, Steps steps) {
        this.options = options;
        this.profile = profile;
        this.parts = parts;
        this.steps = steps;
    }

    /** @return the phone's address */
    String startPhone() throws CommandFailure, InterruptedException {
        String phone = parts.startPhone(true, List.of("--headless", "--script", script().toString()));
        steps.done("phone", phone);
        return phone;
    }

    /**
     * Lets the app see a start link through.
     *
     * @return what it said if it did not succeed, with its code
     */
    Optional<String> open(String phone, String link) throws CommandFailure, InterruptedException {
        ChildProcess desktop =
                parts.startDesktop(true, List.of("--phone", phone, "--drive", link), settings(), this::hear);
        requireDesktopEndsFirst(desktop);
        int exit = desktop.exitCode(LONGEST);
        if (exit == 0 && failure.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                failure.isEmpty() ? String.valueOf(desktop.endedByItself().getMessage()) : failure);
    }

    /** The page that the app wanted in the user's browser. */
    Optional<URI> page() {
        return page;
    }

    /** Waits for the app; if another part ends before it, that is what the user must hear. */
    private void requireDesktopEndsFirst(ChildProcess desktop) throws CommandFailure, InterruptedException {
        try {
            ChildProcess first = parts.firstEnd().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            if (first != desktop) {
                throw first.endedByItself();
            }
        } catch (TimeoutException e) {
            throw new CommandFailure(Fault.TIMED_OUT, "The app was not done after " + LONGEST.toSeconds() + " s.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page's address holds a code, so it is not printed. */
    private void hear(String line) {
        Matcher failed = FAILED.matcher(line);
        if (failed.matches()) {
            failure = failed.group(1) + " " + failed.group(2);
        } else if (line.startsWith("STEP ")) {
            steps.line(line);
        } else if (line.startsWith(OPEN)) {
            page = Optional.of(URI.create(line.substring(OPEN.length())));
        }
    }

    private Path script() throws CommandFailure {
        if (options.phoneScript().isPresent()) {
            return options.phoneScript().get();
        }
        try {
            return Files.writeString(profile.path().resolve("demo.script"), PhoneScript.demoText());
        } catch (IOException e) {
            throw new CommandFailure(Fault.PROFILE_UNUSABLE, "The profile folder cannot be written.", e);
        }
    }

    /** Settings go through the app's standard input: command lines can be read by other users. */
    private String settings() {
        StringBuilder lines = new StringBuilder()
                .append("bank=")
                .append(options.bank())
                .append('\n')
                .append("user=")
                .append(options.user())
                .append('\n')
                .append("password=")
                .append(options.password())
                .append('\n')
                .append("timeoutSeconds=")
                .append(WITHOUT_PROGRESS.toSeconds())
                .append('\n');
        options.shots()
                .ifPresent(folder -> lines.append("shots=").append(folder).append('\n'));
        return lines.toString();
    }
}
