package io.tetherkey.desktop.autostart;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's own Run key of the Windows registry, by way of the system's {@code reg} program. The command line goes
 * through a file, because it holds quotes and those of {@code reg}'s own command line are read in more than one way.
 */
final class RunKey implements Autostart {

    private static final Logger LOG = LoggerFactory.getLogger(RunKey.class);
    private static final String RUN = "Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String KEY = "HKCU\\" + RUN;
    private static final String NAME = "TetherKey";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final StartCommand command;
    private final RegistryTool tool;

    RunKey(StartCommand command, RegistryTool tool) {
        this.command = command;
        this.tool = tool;
    }

    /** Runs {@code reg} with arguments. */
    interface RegistryTool {

        /** @return its exit code; {@code query} of a value that is not there gives 1 */
        int run(List<String> arguments) throws IOException;

        static RegistryTool ofWindows() {
            return RunKey::runReg;
        }
    }

    private static int runReg(List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("reg.exe"));
        words.addAll(arguments);
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the registry did not answer");
    }

    @Override
    public Mode mode() {
        try {
            return tool.run(List.of("query", KEY, "/v", NAME)) == 0 ? Mode.ON : Mode.OFF;
        } catch (IOException e) {
            LOG.warn("the start with the session cannot be read", e);
            return Mode.OFF;
        }
    }

    @Override
    public void change(Mode wanted) throws IOException {
        switch (wanted) {
            case ON -> turnOn();
            case OFF -> {
                if (mode() == Mode.ON) {
                    check(tool.run(List.of("delete", KEY, "/v", NAME, "/f")));
                }
            }
            case UNAVAILABLE -> throw new IllegalArgumentException("nobody can wish for that");
        }
    }

    private void turnOn() throws IOException {
        Path file = Files.createTempFile("tetherkey-", ".reg");
        try {
            Files.write(file, (BYTE_ORDER_MARK + text()).getBytes(UTF_16LE));
            check(tool.run(List.of("import", file.toString())));
        } finally {
            Files.delete(file);
        }
    }

    private static void check(int exitCode) throws IOException {
        if (exitCode != 0) {
            throw new IOException("the registry refused with " + exitCode);
        }
    }

    private String text() {
        String line = command.words().stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(" "));
        return "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\" + RUN + "]\r\n\"" + NAME + "\"=\""
                + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\r\n";
    }
}
