package io.tetherkey.bank.server;

import io.tetherkey.bank.store.DatabaseUrl;
import io.tetherkey.protocol.message.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The bank and shop server; runs until it is stopped. */
@Command(
        name = "bank",
        mixinStandardHelpOptions = true,
        description = "Runs the demo banks and the demo shop on this computer.")
public final class BankCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "Folder of the demo; made on the first start (default: ${DEFAULT-VALUE}).")
    private Path profile = Path.of(System.getProperty("user.home"), ".tetherkey", "demo");

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "HTTPS port; the shop is on the next one; 0 lets the system choose (default: ${DEFAULT-VALUE}).")
    private int port = 8443;

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "Database of the bank and the shop: " + DatabaseUrl.FORMS
                    + " (default: an SQLite file in the profile).")
    private @Nullable String database;

    /** @throws IOException with one sentence that starts with the fault's code */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (database != null && DatabaseUrl.parse(database).isEmpty()) {
            throw new IOException(Fault.OPTION_INVALID.code() + " --db takes " + DatabaseUrl.FORMS + ".");
        }
        try {
            return serve();
        } catch (UncheckedIOException e) {
            throw new IOException(Fault.OPTION_INVALID.code() + " The port " + port + " cannot be opened.", e);
        } catch (IOException e) {
            var place = database == null ? profile.toString() : profile + ", with the database of --db";
            var fault = Fault.PROFILE_UNUSABLE;
            throw new IOException(fault.code() + " " + fault.sentence(Locale.ENGLISH) + " (" + place + ")", e);
        }
    }

    private Integer serve() throws IOException, InterruptedException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var hook = new Thread(() -> await(stop, stopped), "bank-stop");
        try (var bank = BankApplication.start(open(clock, random), ServerPorts.from(port), clock, random)) {
            Runtime.getRuntime().addShutdownHook(hook);
            var out = spec.commandLine().getOut();
            out.println("bank listening " + bank.apiBase() + " shop " + bank.shopBase() + "/shop");
            out.flush();
            stop.await();
        } finally {
            stopped.countDown();
        }
        return CommandLine.ExitCode.OK;
    }

    private DemoProfile open(Clock clock, SecureRandom random) throws IOException {
        return database == null
                ? DemoProfile.open(profile, clock, random)
                : DemoProfile.open(profile, DatabaseUrl.parse(database).orElseThrow(), clock, random);
    }

    /** Lets the bank close in order before the process ends. */
    private static void await(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BankCommand()).execute(arguments));
    }
}
