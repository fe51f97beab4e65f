package io.tetherkey.desktop.app;

import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The app with everything but its window: its models have a thread of their own instead of a toolkit's. */
final class WindowlessDesktop implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("models").factory());
    private final Desktop desktop;

    private record OnOneThread(ScheduledThreadPoolExecutor thread) implements TaskRunner {
        @Override
        public void onUi(Runnable task) {
            thread.execute(task);
        }

        @Override
        public void later(Duration delay, Runnable task) {
            thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Opens the app of a computer that no phone knows.
     *
     * @param reached told on the models' thread of each step that phone and payment come to
     */
    WindowlessDesktop(Path profile, Roads roads, Consumer<PaymentStep> reached) throws Exception {
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        Files.deleteIfExists(profile.resolve("desktop").resolve("computer-id"));
        this.desktop = ask(() -> {
            var app = new Desktop(new Profile(profile), roads, new OnOneThread(thread), Clock.systemUTC());
            app.window()
                    .phoneCard()
                    .phoneProperty()
                    .addListener((property, before, now) -> PaymentStep.of(now).ifPresent(reached));
            app.window()
                    .payment()
                    .flowProperty()
                    .addListener((property, before, now) -> PaymentStep.of(now).ifPresent(reached));
            app.start();
            return app;
        });
    }

    /** Tells on the models' thread of each state of the phone that the window shows from now on. */
    void onPhone(Consumer<PhoneState> shown) throws Exception {
        ask(() -> {
            desktop.window().phoneCard().phoneProperty().addListener((property, before, now) -> shown.accept(now));
            return true;
        });
    }

    /** How the window shows the phone. */
    PhoneState phone() throws Exception {
        return ask(() -> desktop.window().phoneCard().phoneProperty().get());
    }

    /** Waits until the phone can be used. */
    void awaitReady() {
        await().atMost(LIMIT).until(() -> phone() instanceof PhoneState.Ready);
    }

    /** Whether the window says that a link or an order was refused. */
    boolean hasNotice() throws Exception {
        return ask(() -> desktop.window().noticeProperty().get().isPresent());
    }

    /** Presses the diagnosis page's button. */
    void checkAgain() throws Exception {
        ask(() -> {
            desktop.window().diagnosis().again();
            return true;
        });
    }

    /** Presses the button beside the picture. */
    void followTheGuide() throws Exception {
        ask(() -> {
            desktop.window().guide().act();
            return true;
        });
    }

    /** Opens a link of a page. */
    void open(String link) {
        desktop.open(link);
    }

    /** Opens a link of the shop and logs in as the demo's customer once the phone is there. */
    void pay(String link) throws Exception {
        desktop.open(link);
        await().atMost(LIMIT).until(() -> ask(this::submitted));
    }

    /** In one turn, because the cable may be pulled between looking and pressing. */
    private boolean submitted() {
        WindowViewModel window = desktop.window();
        if (window.payment().choices().isEmpty()
                || window.payment().phoneMissingProperty().get()) {
            return false;
        }
        window.payment().chosenBankProperty().set("harbour");
        window.login().userNameProperty().set(DemoSite.USER);
        window.login().passwordProperty().set(DemoSite.PASSWORD);
        boolean complete = window.login().completeProperty().get();
        window.login().submit();
        return complete;
    }

    /** How the payment ended, once it has. */
    Outcome outcome() {
        return await().atMost(LIMIT)
                .until(
                        () -> ask(() ->
                                desktop.window().result().outcomeProperty().get()),
                        Optional::isPresent)
                .orElseThrow();
    }

    private <T> T ask(Callable<T> question) throws Exception {
        return thread.submit(question).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        desktop.close();
        thread.shutdownNow();
    }
}
