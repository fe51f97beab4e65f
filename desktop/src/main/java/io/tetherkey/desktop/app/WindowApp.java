package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.toolkit.FramePulse;
import io.tetherkey.protocol.host.Pace;
import io.tetherkey.protocol.message.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The running window: starts the toolkit, shows the stage, and lasts until the window is closed or the drive is over. */
final class WindowApp implements AutoCloseable {

    /** JavaFX warns when it is not started as a module; the launcher decides that, and the user need not know. */
    private static final Logger FX_STARTUP = Logger.getLogger("com.sun.javafx.application.PlatformImpl");

    private final Desktop desktop;
    private final WindowStage stage;
    private final String link;
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    private WindowApp(Desktop desktop, WindowStage stage, String link) {
        this.desktop = desktop;
        this.stage = stage;
        this.link = link;
    }

    /**
     * Starts the toolkit and shows the window; looking for phones begins after the first frame.
     *
     * @param link opened once the window is shown; empty for none
     */
    static WindowApp start(Profile profile, Roads roads, Clock clock, String link)
            throws IOException, InterruptedException {
        FX_STARTUP.setLevel(Level.SEVERE);
        var started = new CompletableFuture<WindowApp>();
        Platform.startup(() -> {
            FramePulse.letRest();
            try {
                started.complete(show(profile, roads, clock, link));
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

    private static WindowApp show(Profile profile, Roads roads, Clock clock, String link) throws IOException {
        var desktop = new Desktop(profile, roads, new FxTaskRunner(), clock);
        var stage = new Stage();
        var app = new WindowApp(desktop, new WindowStage(stage, desktop.window(), desktop.lastPlace()), link);
        stage.setOnHiding(event -> app.stage.place().ifPresent(desktop::rememberPlace));
        stage.setOnHidden(event -> app.end.complete(0));
        app.stage.whenSeen(seen -> desktop.keep(seen ? Pace.PROMPT : Pace.CALM));
        app.stage.show();
        Platform.runLater(app::begin);
        return app;
    }

    private void begin() {
        desktop.start();
        if (!link.isEmpty() && !desktop.resumesAnother(link)) {
            desktop.open(link);
        } else if (!link.isEmpty()) {
            desktop.window().tell(Fault.PAYMENT_IN_PROGRESS);
        }
    }

    /** A later start handed its link over, or the empty text. */
    void receive(String message) {
        Platform.runLater(() -> {
            stage.toFront();
            if (!message.isEmpty()) {
                desktop.open(message);
            }
        });
    }

    /** Uses the window as a person would; ends it with the drive's exit code. */
    void drive(DriveSettings settings, PrintWriter out) {
        Platform.runLater(() -> {
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
        Platform.exit();
    }
}
