package io.tetherkey.desktop.app;

import io.tetherkey.desktop.autostart.Autostart;
import io.tetherkey.desktop.autostart.StartCommand;
import io.tetherkey.desktop.handoff.SingleInstance;
import io.tetherkey.desktop.notice.Notice;
import io.tetherkey.desktop.notice.Notifier;
import io.tetherkey.desktop.phone.Road;
import io.tetherkey.desktop.phone.RoadChoice;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.phone.SilentPhonesFile;
import io.tetherkey.protocol.host.HostReach;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.message.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tetherkey desktop}: opens the window, or hands its link to the window that is already open. */
@Command(
        name = "desktop",
        mixinStandardHelpOptions = true,
        description = {"Opens the TetherKey window.", "If it is open already, hands the link to it and ends."})
public final class DesktopCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final String HEADLESS = "tetherkey.headless";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "DIR", description = "The profile folder (default: the user's own).")
    private @Nullable Path profile;

    @Option(
            names = "--phone",
            paramLabel = "ADDRESS",
            description = "Where the phone is, such as tcp://127.0.0.1:7337 (default: the profile's own phone).")
    private @Nullable String phone;

    @Option(
            names = "--roads",
            paramLabel = "ROADS",
            description = "Where to look for a phone: any of usb,serial,tcp (default: the settings, or all).")
    private @Nullable String roads;

    @Option(
            names = "--any-host",
            description = "Also look for a phone at a tcp:// address that is not on this computer or its cables.")
    private boolean anyHost;

    @Option(names = StartCommand.HIDDEN, description = "Starts out of sight: in the tray, or else in the task bar.")
    private boolean hidden;

    @Option(
            names = "--drive",
            description = {
                "Pays, or logs in, by itself without a display. Standard input holds lines key=value:",
                "bank, user, password, shots (folder), timeoutSeconds."
            })
    private boolean drive;

    @Parameters(paramLabel = "LINK", arity = "0..1", description = "A link tetherkey://pay?order=…")
    private @Nullable String link;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DesktopCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Profile place = profile == null ? Profile.own() : new Profile(profile.toAbsolutePath());
        AppLog.to(place.log());
        Optional<Roads> ways = ways(place);
        if (ways.isEmpty()) {
            return fail(Fault.PHONE_ADDRESS_INVALID);
        }
        if (!drive && Boolean.getBoolean(HEADLESS)) {
            return say(Fault.OPTION_INVALID.code() + " There is no display for the window. "
                    + "To see TetherKey pay without one: tetherkey demo --headless.");
        }
        var app = new CompletableFuture<WindowApp>();
        try {
            return switch (start(place, message -> taken(app, message))) {
                case SingleInstance.Start.HandedOver() -> handedOver();
                case SingleInstance.Start.LeftAlone() -> 0;
                case SingleInstance.Start.NoAnswer() -> silent(place);
                case SingleInstance.Start.First(SingleInstance instance) -> {
                    try (instance) {
                        yield run(place, ways.get(), app, instance);
                    }
                }
            };
        } catch (IOException e) {
            return fail(Fault.PROFILE_UNUSABLE);
        }
    }

    /** The start with the session brings no window to the front that is there already. */
    private SingleInstance.Start start(Profile place, Predicate<String> receiver) throws IOException {
        return hidden && link == null
                ? SingleInstance.startOutOfSight(place.desktop(), receiver)
                : SingleInstance.start(place.desktop(), link == null ? "" : link, receiver);
    }

    /** A window that is on its way takes the message once it is there. */
    private static boolean taken(CompletableFuture<WindowApp> app, String message) {
        if (app.isDone()) {
            return app.join().receive(message);
        }
        app.thenAccept(late -> late.receive(message));
        return true;
    }

    private int run(Profile place, Roads ways, CompletableFuture<WindowApp> ready, SingleInstance instance)
            throws IOException, InterruptedException {
        Optional<DriveSettings> settings = drive ? Optional.of(driveSettings()) : Optional.empty();
        PrintWriter out = spec.commandLine().getOut();
        try (WindowApp app = WindowApp.start(place, ways, Clock.systemUTC(), opening(place))) {
            settings.ifPresent(s -> app.drive(s, out));
            ready.complete(app);
            int code = app.awaitEnd();
            instance.hangUp();
            return code;
        }
    }

    /** Before the toolkit starts: how it is to draw is decided here. */
    private Opening opening(Profile place) {
        SafeStart safeStart = SafeStart.read(place.firstFrame());
        if (!drive) {
            safeStart.chooseRenderer();
            safeStart.awaitFrame();
        }
        Optional<Path> given = Optional.ofNullable(profile).map(Path::toAbsolutePath);
        Autostart autostart = Autostart.ofThisComputer(
                System.getProperty("os.name"),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                StartCommand.ofThisRun(System::getProperty, given));
        return new Opening(
                link == null ? "" : link,
                hidden ? Opening.Appearance.MINIMIZED : Opening.Appearance.SHOWN,
                drive ? this::tellPage : new SystemBrowser(),
                safeStart,
                autostart);
    }

    /** Whoever drives has a browser of their own. */
    private void tellPage(URI page) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("OPEN " + page);
        out.flush();
    }

    /** Whoever opened a link in the browser sees no terminal, so the desktop says it too. */
    private int silent(Profile place) {
        int code = fail(Fault.APP_SILENT);
        if (!drive) {
            Locale language = Settings.read(place.settings(), Locale.getDefault())
                    .looks()
                    .language()
                    .locale();
            Notifier desktop = SystemNotices.of(System.getenv(), () -> {});
            desktop.show(new Notice(
                    Fault.APP_SILENT.title(language),
                    Fault.APP_SILENT.sentence(language) + "\n" + Fault.APP_SILENT.remedy(language)));
            desktop.leave();
        }
        return code;
    }

    private static DriveSettings driveSettings() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return DriveSettings.read(in.lines().toList());
        }
    }

    private int handedOver() {
        return drive ? fail(Fault.PAYMENT_IN_PROGRESS) : 0;
    }

    /** Where to look for phones; empty if the address or the roads given are none. */
    private Optional<Roads> ways(Profile place) {
        RoadChoice usual = Settings.read(place.settings(), Locale.getDefault()).ways();
        HostReach hosts = anyHost ? HostReach.ANY_HOST : usual.hosts();
        var silent = new SilentPhonesFile(place.silentPhones());
        if (phone != null) {
            return PhoneAddress.parse(phone)
                    .map(address -> new Roads(new RoadChoice(Set.of(), hosts), () -> List.of(address), silent));
        }
        Optional<Set<Road>> chosen = roads == null ? Optional.of(usual.roads()) : Road.parse(roads);
        return chosen.map(some ->
                new Roads(new RoadChoice(some, hosts), some.contains(Road.TCP) ? place::phones : List::of, silent));
    }

    private int fail(Fault fault) {
        return say(fault.code() + " " + fault.sentence(Locale.ENGLISH) + " " + fault.remedy(Locale.ENGLISH));
    }

    private int say(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
        return FAILED;
    }
}
