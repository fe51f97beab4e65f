package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.phone.virtual.PhoneScript;
import io.tetherkey.protocol.phone.virtual.ScriptException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Starts bank, shop, virtual phone and desktop app as processes of their own, on loopback. With a display it opens the
 * shop in the browser and stays until the app's window is closed; without one, or with {@code --headless}, it pays once
 * by itself and audits the payment.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = {
            "Three banks, a shop, a virtual phone and the desktop app on this computer.",
            "Without a display, or with --headless, one whole payment runs by itself."
        })
public final class DemoCommand implements Callable<Integer> {
    /** Set by the launcher where no window can be shown. */
    private static final String HEADLESS = "tetherkey.headless";

    private static final int INTERRUPTED = 130;

    private static final List<String> BANKS = List.of("harbour", "jade", "summit");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--headless", description = "No window: one payment, or login, runs by itself.")
    private boolean headless;

    @Option(names = "--bank", paramLabel = "BANK", description = "harbour, jade or summit (default: ${DEFAULT-VALUE}).")
    private String bank = "harbour";

    @Option(names = "--amount", paramLabel = "YUAN", description = "Amount of the order (default: ${DEFAULT-VALUE}).")
    private String amount = "128.00";

    @Option(names = "--user", paramLabel = "NAME", description = "User name at the bank (default: ${DEFAULT-VALUE}).")
    private String user = "alice";

    @Option(names = "--password", paramLabel = "TEXT", description = "Password at the bank (default: the demo's).")
    private String password = "harbour-demo";

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "Folder that keeps keys, customers and receipts; made if missing (default: a temporary one).")
    private @Nullable Path profile;

    @Option(names = "--shots", paramLabel = "DIR", description = "Write a PNG of the window at each step.")
    private @Nullable Path shots;

    @Option(
            names = "--fresh-phone",
            description =
                    "The phone is a new one without any bank, and you set it up: its banks and history are erased.")
    private boolean freshPhone;

    @Option(
            names = "--login",
            description = "Instead of the payment, one login to the bank's pages. With a display: opens these pages.")
    private boolean login;

    @Option(names = "--phone-script", paramLabel = "FILE", description = "What the phone's user does.")
    private @Nullable Path phoneScript;

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        DemoOptions options = options();
        PrintWriter out = spec.commandLine().getOut();
        boolean windows = !headless && !Boolean.getBoolean(HEADLESS);
        if (freshPhone && !windows) {
            throw new CommandFailure(
                    Fault.OPTION_INVALID,
                    "--fresh-phone is for a person at a display; a phone without a bank cannot pay.");
        }
        ProfileFolder folder = ProfileFolder.open(options.profile());
        Steps steps = new Steps(out, System::nanoTime);
        steps.done("profile", folder.path().toString());
        DemoParts parts = new DemoParts(Program.current(), folder);
        AtomicBoolean interrupted = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            interrupted.set(true);
            parts.close();
        }));
        try (parts) {
            if (windows) {
                parts.atClose(folder::forget);
                new WindowDemo(options, folder, parts, out).run();
            } else {
                new HeadlessDemo(options, folder, parts, steps).run();
                parts.atClose(folder::forget);
            }
            return 0;
        } catch (CommandFailure failure) {
            if (interrupted.get()) {
                return INTERRUPTED;
            }
            throw failure;
        }
    }

    private DemoOptions options() throws CommandFailure {
        Money money = DemoOptions.amount(amount);
        if (!BANKS.contains(bank)) {
            throw new CommandFailure(
                    Fault.BANK_UNKNOWN,
                    "There is no bank '" + bank + "' here; known: " + String.join(", ", BANKS) + ".");
        }
        if (user.isBlank() || user.indexOf('\n') >= 0 || password.indexOf('\n') >= 0) {
            throw new CommandFailure(Fault.OPTION_INVALID, "--user and --password take one line of text each.");
        }
        Optional<Path> script = Optional.empty();
        if (phoneScript != null) {
            script = Optional.of(checkedScript(DemoOptions.file("--phone-script", phoneScript)));
        }
        return new DemoOptions(
                bank,
                money,
                user,
                password,
                folder("--profile", profile),
                folder("--shots", shots),
                script,
                login ? DemoOptions.Purpose.LOGIN : DemoOptions.Purpose.PAYMENT,
                freshPhone);
    }

    private static Optional<Path> folder(String option, @Nullable Path path) throws CommandFailure {
        return path == null ? Optional.empty() : Optional.of(DemoOptions.folder(option, path));
    }

    private static Path checkedScript(Path file) throws CommandFailure {
        try {
            PhoneScript.read(file);
            return file;
        } catch (ScriptException e) {
            throw new CommandFailure(
                    Fault.SCRIPT_INVALID, "The phone script " + file + " cannot be used: " + e.finding() + ".", e);
        } catch (IOException e) {
            throw new CommandFailure(Fault.SCRIPT_INVALID, "The phone script " + file + " cannot be read.", e);
        }
    }
}
