package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.ui.ladder.RungState;
import io.tetherkey.desktop.ui.phonelogin.LoginProgressViewModel.LoginRung;
import io.tetherkey.desktop.ui.phonelogin.LoginScreen;
import io.tetherkey.desktop.ui.phonelogin.PhoneLoginViewModel;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import io.tetherkey.protocol.message.Fault;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;

/**
 * Uses the window as a person who logs in to a bank's pages would, for {@code demo --headless --login}: says that it goes
 * on, types user name and password, and waits for the result. Lives on the UI thread.
 */
final class LoginDrive {

    private static final String PAYMENT_KEY = "payment-key";

    private final WindowViewModel window;
    private final PhoneLoginViewModel login;
    private final DriveSettings settings;
    private final DrivePrinter printer;
    private final DriveShots shots;
    private final DriveEnd end;
    private final Set<String> told = new HashSet<>();
    private List<Object> mark = List.of();
    private boolean proceeded;
    private boolean submitted;

    LoginDrive(WindowViewModel window, Scene scene, DriveSettings settings, PrintWriter out, IntConsumer exit) {
        this.window = window;
        this.login = window.phoneLogin();
        this.settings = settings;
        this.printer = new DrivePrinter(out);
        this.shots = new DriveShots(scene, settings);
        this.end = new DriveEnd(window.texts(), printer, settings.timeout(), this::giveUp, exit);
    }

    void start() {
        printer.step("window", "shown");
        end.waitAnew();
        login.screenProperty().subscribe(screen -> Platform.runLater(this::look));
        login.bankAwayProperty().subscribe(away -> Platform.runLater(this::look));
        login.progress().rungs().addListener((ListChangeListener<LoginRung>) change -> Platform.runLater(this::look));
        window.phoneCard().phoneProperty().subscribe(state -> Platform.runLater(this::look));
        window.noticeProperty().subscribe(notice -> Platform.runLater(this::look));
    }

    /** Looks at the window after each change and does the next thing that a person would do. */
    private void look() {
        if (end.isOver()) {
            return;
        }
        keepPatience();
        shots.take(scene());
        login.progress().rungs().forEach(this::tell);
        switch (login.screenProperty().get()) {
            case NONE -> window.noticeProperty().get().ifPresent(end::fail);
            case QUESTION -> proceed();
            case FORM -> fill();
            case UNDER_WAY -> {
                if (login.bankAwayProperty().get()) {
                    end.fail(Fault.BANK_UNREACHABLE);
                }
            }
            case RESULT -> finish();
        }
    }

    /** Begins to wait anew, because something has moved. */
    private void keepPatience() {
        List<Object> now = List.of(
                login.screenProperty().get(),
                login.progress().rungs().stream().map(LoginRung::state).toList(),
                window.phoneCard().phoneProperty().get().getClass());
        if (!now.equals(mark)) {
            mark = now;
            end.waitAnew();
        }
    }

    private void giveUp() {
        boolean keyWaits = login.progress().rungs().stream()
                .anyMatch(rung -> rung.id().equals(PAYMENT_KEY) && rung.state() == RungState.WAITING_FOR_YOU);
        end.fail(
                keyWaits
                        ? Fault.LOGIN_TIMED_OUT
                        : Patience.verdict(window.phoneCard().phoneProperty().get())
                                .fault());
    }

    private String scene() {
        LoginScreen screen = login.screenProperty().get();
        String name = "login-" + screen.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return screen == LoginScreen.UNDER_WAY
                ? login.progress().rungs().stream()
                        .filter(rung -> rung.state() != RungState.DONE && rung.state() != RungState.NOT_STARTED)
                        .map(rung -> name + "-" + rung.id() + "-" + rung.state().id())
                        .findFirst()
                        .orElse(name)
                : name;
    }

    private void tell(LoginRung rung) {
        if (rung.state() == RungState.DONE && told.add(rung.id())) {
            printer.step(rung.id(), detail(rung.id()));
        }
    }

    private String detail(String step) {
        return switch (step) {
            case "phone" -> window.phoneCard().titleProperty().get();
            case "bank" -> login.bankProperty().get();
            case "certificate" -> "accepted";
            case "login" -> "user name and password right";
            case PAYMENT_KEY -> "right";
            default -> "handed back";
        };
    }

    private void proceed() {
        if (!proceeded) {
            proceeded = true;
            login.proceed();
        }
    }

    private void fill() {
        if (!submitted && window.phoneCard().phoneProperty().get() instanceof PhoneState.Ready) {
            submitted = true;
            login.userNameProperty().set(settings.user());
            login.passwordProperty().set(settings.password());
            submit();
        }
    }

    private void submit() {
        if (login.completeProperty().get()) {
            login.submit();
        } else {
            end.fail(Fault.WRONG_PASSWORD);
        }
    }

    private void finish() {
        if (login.result().loggedInProperty().get()) {
            end.reach("LOGGED-IN bank=" + settings.bank());
        } else {
            login.result().failure().ifPresent(failed -> end.fail(failed.fault(), failed.attemptsLeft()));
        }
    }
}
