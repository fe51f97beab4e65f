package io.tetherkey.desktop.app;

import io.tetherkey.desktop.notice.Notifier;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.protocol.host.Pace;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.startlink.LinkCheck;
import io.tetherkey.protocol.startlink.LoginLink;
import io.tetherkey.protocol.startlink.StartLinkParser;
import io.tetherkey.protocol.toolkit.FramePulse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;

/** The running window: starts the toolkit, shows the stage, and lasts until the window is closed or the drive is over. */
final class WindowApp implements AutoCloseable {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(WindowApp.class);
    /** JavaFX warns when it is not started as a module; the launcher decides that, and the user need not know. */
    private static final Logger FX_STARTUP = Logger.getLogger("com.sun.javafx.application.PlatformImpl");

    /** A window that is busy for longer has not taken the message; whoever brings it asks again. */
    private static final Duration BUSY = Duration.ofSeconds(3);

    private final Desktop desktop;
    private final WindowStage stage;
    private final Opening opening;
    private final Notifier notifier;
    private final TrayDoor tray;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    private WindowApp(Desktop desktop, WindowStage stage, Opening opening) {
        this.desktop = desktop;
        this.stage = stage;
        this.opening = opening;
        this.notifier = SystemNotices.of(System.getenv(), this::toFront);
        this.tray = new TrayDoor(stage, desktop.window(), opening.appearance(), new FxTaskRunner());
    }

    /** Starts the toolkit and shows the window; all else begins once its first frame is painted. */
    static WindowApp start(Profile profile, Roads roads, Clock clock, Opening opening)
            throws IOException, InterruptedException {
        FX_STARTUP.setLevel(Level.SEVERE);
        Platform.setImplicitExit(false);
        // Checking the directory's signatures takes as long as starting the toolkit, so they go side by side.
        var directory = CompletableFuture.supplyAsync(() -> DirectoryFile.read(profile, clock));
        var started = new CompletableFuture<WindowApp>();
        Platform.startup(() -> {
            FramePulse.letRest();
            try {
                var desktop =
                        new Desktop(profile, roads, opening.browser(), new FxTaskRunner(), clock, directory.join());
                started.complete(show(desktop, opening));
            } catch (IOException | RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.get();
        } catch (ExecutionException e) {
            Platform.exit();
            throw new IOException("the window could not be opened", e.getCause());
        }
    }

    private static WindowApp show(Desktop desktop, Opening opening) {
        var stage = new Stage();
        var app = new WindowApp(desktop, new WindowStage(stage, desktop.window(), desktop.lastPlace()), opening);
        BehaviourWishes.fulfil(
                desktop.window().settings().behaviour(), opening.autostart(), opening.safeStart(), new FxTaskRunner());
        stage.setOnHiding(event -> app.stage.place().ifPresent(desktop::rememberPlace));
        app.stage.onEnd(() -> app.end.complete(0));
        app.stage.bindInFront(desktop.window().attention().inFrontProperty());
        desktop.window().attention().notify(app.notifier);
        app.stage.whenSeen(seen -> desktop.keep(seen ? Pace.PROMPT : Pace.CALM));
        FirstFrame.whenPainted(app.stage.scene(), app::begin);
        switch (opening.appearance()) {
            case SHOWN -> app.stage.show();
            case MINIMIZED -> app.stage.showMinimized();
        }
        return app;
    }

    private void begin() {
        opening.safeStart().painted();
        LOG.info("first frame painted {} ms after the process began", age().toMillis());
        desktop.start();
        tray.look(System.getenv());
        String link = opening.link();
        if (!link.isEmpty() && !desktop.resumesAnother(link)) {
            desktop.open(link);
        } else if (!link.isEmpty()) {
            desktop.window().tell(Fault.PAYMENT_IN_PROGRESS);
        }
        begun.complete(null);
    }

    private static Duration age() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }

    /**
     * A later start hands its link over, or the empty text. Blocking, of any thread but the UI's.
     *
     * @return false if the window is gone or does not come to it; then the later start still has the message
     */
    boolean receive(String message) {
        if (end.isDone()) {
            return false;
        }
        return Turn.take(Platform::runLater, BUSY, () -> taken(message));
    }

    /** The end, too, comes on the UI thread, so a message is taken whole or not at all. */
    private boolean taken(String message) {
        boolean here = !end.isDone();
        if (here) {
            stage.toFront();
            if (!message.isEmpty()) {
                afterBeginning(() -> desktop.open(message));
            }
        }
        return here;
    }

    private void toFront() {
        Platform.runLater(stage::toFront);
    }

    private void afterBeginning(Runnable task) {
        begun.thenRun(() -> Platform.runLater(task));
    }

    /** Uses the window as a person would; ends it with the drive's exit code. */
    void drive(DriveSettings settings, PrintWriter out) {
        String link = opening.link();
        afterBeginning(() -> {
            if (StartLinkParser.parse(link) instanceof LinkCheck.Accepted(LoginLink ignored)) {
                new LoginDrive(desktop.window(), stage.scene(), settings, out, end::complete).start();
                return;
            }
            var drive = new Drive(desktop.window(), stage.scene(), settings, out, end::complete);
            if (desktop.resumesAnother(link)) {
                drive.startAfterEarlier(() -> desktop.open(link));
            } else {
                drive.start();
            }
        });
    }

    /** Waits for the end and tells the exit code. */
    int awaitEnd() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        desktop.close();
        notifier.close();
        tray.close();
        Platform.exit();
    }
}
