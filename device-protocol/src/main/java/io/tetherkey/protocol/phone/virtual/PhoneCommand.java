package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.phone.virtual.window.PhoneSetting;
import io.tetherkey.protocol.phone.virtual.window.PhoneWindow;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The virtual phone as a program, with a window or without one. */
@Command(
        name = "phone",
        mixinStandardHelpOptions = true,
        subcommands = PhonePayCommand.class,
        description = "Starts a virtual phone: a window that looks and behaves like one, or none with --headless.")
public final class PhoneCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Profile folder; the flash is DIR/phone/flash.bin. Default: the current folder.")
    private Path profile = Path.of(".");

    @Option(
            names = "--tcp",
            paramLabel = "PORT",
            description = "Loopback port at which computers plug in, 0 for any free one. Default: 7337.")
    private @Nullable Integer tcpPort;

    @Option(
            names = "--pty",
            paramLabel = "LINK",
            description = "Instead of TCP: a serial line that computers open at this symbolic link (Linux).")
    private @Nullable Path ptyLink;

    @Option(
            names = "--usbip",
            paramLabel = "PORT",
            description = "Instead of TCP: a USB phone that usbip attaches at this loopback port, 0 for any free one.")
    private @Nullable Integer usbIpPort;

    @Option(
            names = "--accessory",
            description = "With --usbip: an Android phone, which the computer has to switch to an accessory's first.")
    private boolean accessory;

    @Option(
            names = "--attach",
            description =
                    "With --usbip: plugs the phone into this computer's own USB, again after each plug and switch "
                            + "(Linux, as root, with the module vhci-hcd and the tool usbip).")
    private boolean attach;

    @Option(names = "--headless", description = "No window; the phone does what its script says.")
    private boolean headless;

    @Option(names = "--script", paramLabel = "FILE", description = "What the phone does by itself, one rule a line.")
    private @Nullable Path scriptFile;

    @Option(
            names = "--fresh",
            description = "Begin with an empty phone: banks, keys, history and trusted computers of it are erased.")
    private boolean fresh;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "Language of the phone, en or zh. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    /** The program on its own; {@code tetherkey phone} is the same as a part of the one launcher. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PhoneCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    /** @throws PhoneFailure with a coded sentence if the phone cannot start */
    @Override
    public Integer call() throws PhoneFailure, InterruptedException {
        try {
            requireDisplay(headless);
            run(script());
            return CommandLine.ExitCode.OK;
        } catch (ScriptException e) {
            throw new PhoneFailure(Fault.SCRIPT_INVALID, scriptFile + ", " + e.finding(), e);
        } catch (FlashException e) {
            throw new PhoneFailure(Fault.STORE_DAMAGED, flashFile().toString(), e);
        } catch (TransportException e) {
            throw new PhoneFailure(Fault.PHONE_ADDRESS_INVALID, e);
        } catch (IOException e) {
            throw new PhoneFailure(Fault.PROFILE_UNUSABLE, profile.toString(), e);
        }
    }

    /** JavaFX on Linux draws through X11; without it only its own headless platform works. */
    static void requireDisplay(boolean headless) throws PhoneFailure {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean canDraw = System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null;
        if (!headless && linux && !canDraw) {
            throw new PhoneFailure(Fault.OPTION_INVALID, "there is no display; add --headless");
        }
    }

    private Optional<PhoneScript> script() throws ScriptException, IOException {
        return scriptFile == null ? Optional.empty() : Optional.of(PhoneScript.read(scriptFile));
    }

    private PhoneSocket socket() throws PhoneFailure, TransportException {
        if (Stream.of(tcpPort, ptyLink, usbIpPort).filter(Objects::nonNull).count() > 1) {
            throw new PhoneFailure(Fault.OPTION_INVALID, "a phone has one cable: --tcp, --pty or --usbip");
        }
        if (usbIpPort == null && (accessory || attach)) {
            throw new PhoneFailure(Fault.OPTION_INVALID, "--accessory and --attach go with --usbip");
        }
        if (ptyLink != null) {
            return PhoneSocket.pty(ptyLink);
        }
        if (usbIpPort != null) {
            UsbFace face = accessory ? UsbFace.ANDROID : UsbFace.TETHERKEY;
            int port = checked("--usbip", usbIpPort);
            return attach ? PhoneSocket.usbHere(port, face) : PhoneSocket.usbIp(port, face, this::tell);
        }
        return PhoneSocket.tcp(checked("--tcp", tcpPort == null ? PhoneSocket.USUAL_TCP_PORT : tcpPort));
    }

    private CableRoad road() {
        if (ptyLink != null) {
            return CableRoad.SERIAL;
        }
        return usbIpPort != null ? CableRoad.USB : CableRoad.TCP;
    }

    private static int checked(String option, int port) throws PhoneFailure {
        if (port < 0 || port > 0xFFFF) {
            throw new PhoneFailure(Fault.OPTION_INVALID, option + " takes a port from 0 to 65535");
        }
        return port;
    }

    private void run(Optional<PhoneScript> script) throws IOException, PhoneFailure, InterruptedException {
        JoinedDisplay display = new JoinedDisplay();
        StopSignal stop = new StopSignal();
        try (stop;
                FlashLock lock = FlashLock.take(flashFile());
                PhoneSocket socket = socket();
                ExecutorService hand = Executors.newSingleThreadExecutor(
                        Thread.ofVirtual().name("phone-hand").factory());
                PhoneServer phone =
                        new PhoneServer(socket.port(), medium(), RandomSource.secure(), Clock.systemUTC(), display)) {
            script.ifPresent(rules -> display.join(
                    new ScriptedDisplay(new ScriptRunner(rules, phone, hand, Thread::sleep), texts(), this::warn)));
            if (!headless) {
                display.join(PhoneWindow.open(
                        phone, new PhoneSetting(texts(), road(), PhoneColours.of(profile)), stop::raise));
            }
            phone.start();
            try (AddressFile address = AddressFile.write(flashFile().resolveSibling("address"), socket.address())) {
                tell("phone listening " + address.text());
                stop.await();
            }
            hand.shutdownNow();
        }
    }

    /** Only once this process has the flash to itself. */
    private FileFlashMedium medium() throws FlashException {
        FileFlashMedium medium = new FileFlashMedium(flashFile());
        if (fresh) {
            FlashStore.open(medium).startAsNew();
        }
        return medium;
    }

    private Path flashFile() {
        return profile.resolve("phone").resolve("flash.bin");
    }

    private ScreenTexts texts() {
        return new ScreenTexts(Locale.forLanguageTag(language), ZoneId.systemDefault());
    }

    private void tell(String line) {
        PrintWriter out = commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void warn(String line) {
        PrintWriter err = commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("the command runs under picocli only");
        }
        return spec.commandLine();
    }
}
