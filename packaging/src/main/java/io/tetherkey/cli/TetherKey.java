package io.tetherkey.cli;

import io.tetherkey.bank.server.BankCommand;
import io.tetherkey.desktop.app.DesktopCommand;
import io.tetherkey.desktop.app.DevicesCommand;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.phone.virtual.PhoneCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The one program: its first word chooses the command, none of them opens the desktop app.
 *
 * <p>Exit codes: 0 done, 1 not done (one sentence with its code on stderr), 2 wrong use.
 */
@Command(
        name = "tetherkey",
        description = "A phone instead of a drawer of bank USB keys. Without a command it opens the desktop app.",
        versionProvider = BuildVersion.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND | LINK]",
        usageHelpAutoWidth = true)
public final class TetherKey implements Callable<Integer> {
    private static final String DESKTOP = "desktop";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "On an error, also show its cause.")
    private boolean verbose;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "What should TetherKey do?");
    }

    public static void main(String[] arguments) {
        ParentWatch.start();
        System.setProperty("logback.configurationFile", "io/tetherkey/cli/logback.xml");
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs one command line and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Optional<String> unknown = unknownCommand(arguments);
        if (unknown.isPresent()) {
            err.println(Fault.OPTION_INVALID.code() + " '" + unknown.get() + "' is not a command; known: "
                    + String.join(", ", commands().keySet()) + ".");
            return CommandLine.ExitCode.USAGE;
        }
        String[] words = withDefaultCommand(arguments);
        TetherKey root = new TetherKey();
        return commandLine(root, words)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(root.oneSentence())
                .setParameterExceptionHandler(root.wrongUse())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(words);
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put(DESKTOP, DesktopCommand.class);
        commands.put("demo", DemoCommand.class);
        commands.put("bank", BankCommand.class);
        commands.put("phone", PhoneCommand.class);
        commands.put("conformance", ConformanceCommand.class);
        commands.put("devices", DevicesCommand.class);
        commands.put("verify-receipt", VerifyReceiptCommand.class);
        return commands;
    }

    /** Reading the annotations of a command costs time, so only the one that was asked for is read. */
    private static CommandLine commandLine(TetherKey root, String[] words) {
        CommandLine line = new CommandLine(root);
        Map<String, Class<?>> commands = commands();
        List<String> asked =
                Arrays.stream(words).filter(commands::containsKey).limit(1).toList();
        commands.forEach((name, type) -> {
            if (asked.isEmpty() || asked.contains(name)) {
                line.addSubcommand(name, type);
            }
        });
        return line;
    }

    private static Optional<String> unknownCommand(String[] arguments) {
        return Arrays.stream(arguments)
                .limit(1)
                .filter(word -> !word.startsWith("-") && !word.startsWith("tetherkey:"))
                .filter(word -> !commands().containsKey(word))
                .findFirst();
    }

    private static String[] withDefaultCommand(String[] arguments) {
        boolean command = Arrays.stream(arguments).anyMatch(word -> commands().containsKey(word));
        boolean about = Arrays.stream(arguments)
                .anyMatch(word -> List.of("--help", "-h", "--version", "-V").contains(word));
        if (command || about) {
            return arguments;
        }
        String[] words = new String[arguments.length + 1];
        words[0] = DESKTOP;
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return words;
    }

    private IExecutionExceptionHandler oneSentence() {
        return (exception, line, parsed) -> {
            PrintWriter err = line.getErr();
            String sentence = Sentences.of(exception);
            err.println(sentence);
            if (verbose) {
                Sentences.entry(sentence).forEach(err::println);
                exception.printStackTrace(err);
            }
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        };
    }

    private IParameterExceptionHandler wrongUse() {
        return (exception, words) -> {
            CommandLine line = exception.getCommandLine();
            PrintWriter err = line.getErr();
            err.println(Fault.OPTION_INVALID.code() + " " + exception.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(exception, err);
            err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
            err.flush();
            return CommandLine.ExitCode.USAGE;
        };
    }
}
