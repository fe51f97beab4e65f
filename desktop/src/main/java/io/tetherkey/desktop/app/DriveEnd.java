package io.tetherkey.desktop.app;

import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.Fault;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/** How a drive ends: once, with its last line and the exit code, or after too long a wait. Lives on the UI thread. */
final class DriveEnd {

    private final Texts texts;
    private final DrivePrinter printer;
    private final IntConsumer exit;
    private final Timeline patience;
    private boolean over;

    /**
     * @param timeout the longest wait without any progress
     * @param giveUp called when it is over
     * @param exit gets 0 for a drive that reached its end, 1 for one that did not
     */
    DriveEnd(Texts texts, DrivePrinter printer, Duration timeout, Runnable giveUp, IntConsumer exit) {
        this.texts = texts;
        this.printer = printer;
        this.exit = exit;
        this.patience =
                new Timeline(new KeyFrame(javafx.util.Duration.millis(timeout.toMillis()), event -> giveUp.run()));
    }

    boolean isOver() {
        return over;
    }

    /** Begins to wait anew, because something has moved. */
    void waitAnew() {
        patience.playFromStart();
    }

    /** Whatever is waited for from now on has a time of its own. */
    void stopWaiting() {
        patience.stop();
    }

    void reach(String line) {
        end(0, line);
    }

    void fail(Fault fault) {
        fail(fault, OptionalInt.empty());
    }

    void fail(Fault fault, OptionalInt attemptsLeft) {
        String left = attemptsLeft.isPresent() ? " " + texts.get("result.attempts", attemptsLeft.getAsInt()) + "." : "";
        end(1, DrivePrinter.failure(fault) + left);
    }

    private void end(int code, String line) {
        if (!over) {
            over = true;
            patience.stop();
            printer.line(line);
            exit.accept(code);
        }
    }
}
