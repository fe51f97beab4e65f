package io.tetherkey.desktop.app;

import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.autostart.Autostart;
import io.tetherkey.desktop.diagnosis.Diagnosis;
import io.tetherkey.desktop.diagnosis.Observation;
import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.desktop.notice.Tray;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.phone.PhoneUse;
import io.tetherkey.desktop.queue.Waiting;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.ReceiptFile;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.LoginSamples;
import io.tetherkey.desktop.ui.Looks;
import io.tetherkey.desktop.ui.RecordingControl;
import io.tetherkey.desktop.ui.RecordingLogins;
import io.tetherkey.desktop.ui.RecordingSlots;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.history.HistorySamples;
import io.tetherkey.desktop.ui.settings.Closing;
import io.tetherkey.desktop.ui.settings.Drawing;
import io.tetherkey.desktop.ui.settings.SettingsViewModel;
import io.tetherkey.desktop.ui.support.SupportSamples;
import io.tetherkey.desktop.ui.support.SupportSection;
import io.tetherkey.desktop.ui.support.SupportViewModel;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Every state of the window that is painted and looked at. */
final class WindowStates {

    private WindowStates() {}

    static Map<String, Consumer<WindowViewModel>> all() {
        Map<String, Consumer<WindowViewModel>> states = new LinkedHashMap<>();
        states.put("00-no-directory", window -> {});
        states.put("01-no-phone", window -> window.show(new PhoneState.Absent()));
        states.put("02-phone-locked", window -> window.show(new PhoneState.Locked("TetherKey virtual phone")));
        states.put("03-phone-asks-trust", window -> window.show(new PhoneState.AskingTrust("TetherKey")));
        states.put("04-rest", window -> window.show(Samples.READY));
        states.put("04-reconnecting", window -> window.show(Samples.RECONNECTING));
        states.put("05-link-refused", window -> {
            window.show(Samples.READY);
            window.tell(Fault.LINK_REFUSED);
        });
        states.put("06-order-no-phone", window -> window.show(new FlowState.OrderShown(Samples.ORDER)));
        states.put("07-order", with(new FlowState.OrderShown(Samples.ORDER)));
        states.put("08-order-filled", window -> {
            with(new FlowState.OrderShown(Samples.ORDER)).accept(window);
            window.login().userNameProperty().set("alice");
            window.login().passwordProperty().set("harbour-demo");
        });
        states.put("09-login", with(new FlowState.AtBank(Samples.journey(1, Stage.OPENING), 3, Samples.deliver())));
        states.put("10-enter-key", with(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10))));
        states.put("11-key-wrong", with(Samples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(9))));
        states.put("12-approve", with(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10))));
        states.put("13-phone-pulled", window -> window.show(Samples.phoneAway()));
        states.put("13-phone-pulled-now", window -> {
            window.show(Samples.RECONNECTING);
            window.show(Samples.phoneAway());
        });
        states.put("14-bank-away", with(Samples.bankAway()));
        states.put(
                "15-paid",
                with(
                        Samples.finished(
                                new Outcome.Paid(
                                        "HB-2026-000042",
                                        new ReceiptFile.Kept(
                                                Path.of(
                                                        "/home/alice/.local/share/tetherkey/receipts/00112233445566778899aabbccddeeff.tkreceipt"))))));
        states.put("16-declined", with(Samples.finished(new Outcome.Declined())));
        states.put(
                "17-wrong-password",
                with(new FlowState.Finished(
                        Samples.journey(1, Stage.OPENING),
                        new Outcome.Failed(Fault.WRONG_PASSWORD, OptionalInt.empty()))));
        states.put("18-failed", with(Samples.finished(new Outcome.Failed(Fault.WRONG_PAYMENT_KEY, OptionalInt.of(9)))));
        states.put("19-void", with(Samples.finished(new Outcome.Voided())));
        states.put("20-cancelled", with(Samples.finished(new Outcome.Cancelled())));
        states.put("21-unknown", with(Samples.finished(new Outcome.Unknown(Fault.BANK_UNREACHABLE))));
        states.put(
                "22-answered",
                with(new FlowState.AtBank(Samples.journey(3, Stage.CONFIRM_PAYMENT), 7, Samples.deliver())));
        states.put(
                "23-paid-receipt-due",
                with(Samples.finished(new Outcome.Paid("HB-2026-000042", new ReceiptFile.Due()))));
        states.put("41-phone-unusable", window -> window.show(new PhoneState.Unusable(Fault.PHONE_FORBIDDEN)));
        states.put("41-phone-left-alone", window -> window.show(new PhoneState.Unusable(Fault.PHONE_LEFT_ALONE)));
        states.put("42-no-bank-yet", window -> window.show(Samples.NO_BANK));
        states.put("43-order-no-bank-yet", window -> {
            window.show(Samples.NO_BANK);
            window.show(new FlowState.OrderShown(Samples.ORDER));
        });
        states.put("44-order-waits-for-a-bank", window -> {
            window.show(Samples.NO_BANK);
            window.show(new FlowState.OrderShown(Samples.ORDER));
            window.guide().act();
        });
        states.put("45-two-phones", window -> {
            window.show(Samples.READY);
            window.phones().show(Samples.TWO_PHONES);
        });
        states.put("46-two-phones-under-way", window -> {
            with(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10))).accept(window);
            window.phones().show(Samples.TWO_PHONES);
            window.phones().show(PhoneUse.BOUND);
        });
        states.put("47-trusted-computers", computers(window -> {}));
        states.put(
                "48-computer-asked",
                computers(window ->
                        window.computers().ask(window.computers().rows().getFirst())));
        states.put("49-question-put-aside", window -> {
            with(Samples.finished(new Outcome.Unknown(Fault.BANK_UNREACHABLE))).accept(window);
            window.result().dismiss();
        });
        states.put("40-one-waits", window -> {
            with(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10))).accept(window);
            window.waiting().show(Optional.of(new Waiting.Payment(Samples.ORDER)));
        });
        states.put("24-settings", on(Page.SETTINGS));
        states.put("24-settings-behaviour", window -> {
            window.settings().behaviour().show(Autostart.Mode.ON);
            window.settings().behaviour().draws(Drawing.SAFE, () -> {});
            on(Page.SETTINGS).accept(window);
        });
        states.put("24-settings-tray", tray(Tray.Presence.SHOWN));
        states.put("24-settings-no-tray", tray(Tray.Presence.ABSENT));
        states.put("36-leave-payment", leaving(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10))));
        states.put("37-leave-enrolment", window -> {
            enrolling(Samples.slotAtPhone(Stage.CHOOSE_PAYMENT_KEY)).accept(window);
            window.leaving().mayClose();
        });
        states.put("25-diagnosis-nothing-seen", diagnosis(Optional.empty(), new PhoneState.Absent()));
        states.put(
                "26-diagnosis-forbidden",
                diagnosis(Optional.of(Fault.PHONE_FORBIDDEN), new PhoneState.Unusable(Fault.PHONE_FORBIDDEN)));
        states.put("27-diagnosis-good", diagnosis(Optional.empty(), Samples.READY));
        states.put("60-history-empty", on(Page.HISTORY));
        states.put("61-history", history(0, true));
        states.put("62-history-detail", history(0, false));
        states.put("63-history-differs", history(2, false));
        states.put("64-history-not-verified", history(6, false));
        states.put("65-history-nothing-found", window -> {
            history(0, true).accept(window);
            window.history().searchProperty().set("xyzzy");
        });
        states.put("66-history-not-known-yet", window -> {
            on(Page.HISTORY).accept(window);
            window.history().show(List.of(HistorySamples.OPEN, HistorySamples.DIFFERS));
            window.history().choose(Optional.of(window.history().rows().getFirst()));
        });
        states.put("67-history-month", window -> {
            history(0, true).accept(window);
            window.history().turnTo(YearMonth.of(2026, 2));
        });
        states.put("28-banks-no-phone", window -> window.pageProperty().set(Page.BANKS));
        states.put("29-banks", on(Page.BANKS));
        states.put("30-bank-chosen", window -> {
            on(Page.BANKS).accept(window);
            window.enrolment().chosenBankProperty().set("summit");
            window.enrolment().userNameProperty().set("alice");
        });
        states.put("31-activation-code", enrolling(Samples.slotAtPhone(Stage.ENTER_ACTIVATION_CODE)));
        states.put("32-choose-key", enrolling(Samples.slotAtPhone(Stage.CHOOSE_PAYMENT_KEY)));
        states.put("33-enrol-bank-away", enrolling(Samples.slotBankAway()));
        states.put("34-payment-enabled", enrolling(Samples.slotEnded(new EnrolmentState.Result.Done())));
        states.put(
                "35-wrong-code",
                enrolling(Samples.slotEnded(
                        new EnrolmentState.Result.Failed(Fault.ACTIVATION_CODE_WRONG, OptionalInt.of(3)))));
        addLogins(states);
        states.put("70-phone-forbidden", window -> window.show(new PhoneState.Unusable(Fault.PHONE_FORBIDDEN)));
        states.put(
                "71-certificate-expired",
                with(new FlowState.Finished(
                        Samples.journey(1, Stage.OPENING),
                        new Outcome.Failed(Fault.CERTIFICATE_EXPIRED, OptionalInt.empty()))));
        states.put("72-messages-none", support(SupportSection.MESSAGES, page -> {}));
        states.put(
                "73-messages",
                support(SupportSection.MESSAGES, page -> page.timeline().show(SupportSamples.MESSAGES)));
        states.put(
                "74-self-test",
                support(SupportSection.SELF_TEST, page -> page.selfTest().use(SupportSamples.selfTest())));
        states.put("75-self-test-done", support(SupportSection.SELF_TEST, WindowStates::tested));
        states.put("76-report", support(SupportSection.REPORT, page -> {}));
        states.put("77-report-made", support(SupportSection.REPORT, page -> {
            page.report().onMake(ready -> ready.accept(SupportSamples.REPORT));
            page.report().make();
        }));
        states.put(
                "78-files",
                support(
                        SupportSection.FILES,
                        page -> page.files().use(SupportSamples.folders(), (path, failed) -> failed.run())));
        return states;
    }

    private static Consumer<WindowViewModel> leaving(FlowState flow) {
        return window -> {
            with(flow).accept(window);
            window.leaving().mayClose();
        };
    }

    private static Consumer<WindowViewModel> tray(Tray.Presence presence) {
        return window -> {
            window.settings().behaviour().show(presence);
            window.settings().behaviour().closingProperty().set(Closing.TRAY);
            on(Page.SETTINGS).accept(window);
        };
    }

    private static Consumer<WindowViewModel> computers(Consumer<WindowViewModel> more) {
        return window -> {
            on(Page.SETTINGS).accept(window);
            window.computers().show(Samples.COMPUTERS);
            more.accept(window);
        };
    }

    private static void addLogins(Map<String, Consumer<WindowViewModel>> states) {
        states.put("70-login-asked", login(LoginSamples.asked()));
        states.put("71-login-asked-no-phone", window -> window.show(LoginSamples.asked()));
        states.put("72-login-form", login(LoginSamples.form()));
        states.put("73-login-enter-key", login(LoginSamples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10))));
        states.put("74-login-key-wrong", left(9, LoginSamples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(9))));
        states.put("75-login-bank-away", login(LoginSamples.bankAway()));
        states.put("76-login-back-to-browser", login(LoginSamples.completing()));
        states.put("77-logged-in", login(LoginSamples.ended(new LoginState.Result.LoggedIn("12345678"))));
        states.put("78-logged-in-code", window -> {
            login(LoginSamples.ended(new LoginState.Result.LoggedIn("12345678")))
                    .accept(window);
            window.phoneLogin().result().codeWantedProperty().set(true);
        });
        states.put("79-login-link-used", login(LoginSamples.failed(Fault.LOGIN_LINK_VOID)));
        states.put("80-login-void", left(0, LoginSamples.failed(Fault.PAYMENT_KEY_VOIDED)));
        states.put("81-login-waits", window -> {
            with(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10))).accept(window);
            window.waiting().show(Optional.of(new Waiting.Login(LoginSamples.TICKET)));
        });
    }

    /** As the board tells it after wrong payment keys: so many tries are left. */
    private static Consumer<WindowViewModel> left(int attempts, LoginState state) {
        return window -> {
            window.show(Samples.ready(attempts));
            window.show(state);
        };
    }

    private static Consumer<WindowViewModel> login(LoginState state) {
        return window -> {
            window.show(Samples.READY);
            window.show(state);
        };
    }

    private static Consumer<WindowViewModel> support(SupportSection section, Consumer<SupportViewModel> ready) {
        return window -> {
            ready.accept(window.support());
            window.support().sectionProperty().set(section);
            on(Page.DIAGNOSIS).accept(window);
        };
    }

    private static void tested(SupportViewModel page) {
        page.selfTest().use(SupportSamples.selfTest());
        page.selfTest().start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !page.selfTest().runningProperty().get());
    }

    private static Consumer<WindowViewModel> with(FlowState flow) {
        return window -> {
            window.show(Samples.READY);
            window.show(flow);
        };
    }

    private static Consumer<WindowViewModel> diagnosis(Optional<Fault> fault, PhoneState phone) {
        List<SeenDevice> devices = fault.stream()
                .map(why -> new SeenDevice(
                        "usb:1-2",
                        "usb",
                        "04e8:6860/1",
                        "Phone",
                        OptionalInt.of(0x04E8),
                        OptionalInt.of(0x6860),
                        Optional.of(why),
                        Optional.empty()))
                .toList();
        return window -> {
            window.show(phone);
            window.pageProperty().set(Page.DIAGNOSIS);
            window.diagnosis()
                    .show(Diagnosis.of(new Observation(
                            Optional.of(true), devices, phone, Optional.empty(), Samples.CLOCK.instant())));
        };
    }

    private static Consumer<WindowViewModel> history(int index, boolean closed) {
        return window -> {
            on(Page.HISTORY).accept(window);
            window.history().show(HistorySamples.ALL);
            if (!closed) {
                window.history().choose(Optional.of(window.history().rows().get(index)));
            }
        };
    }

    private static Consumer<WindowViewModel> enrolling(EnrolmentState state) {
        return window -> {
            on(Page.BANKS).accept(window);
            window.show(state);
        };
    }

    private static Consumer<WindowViewModel> on(Page page) {
        return window -> {
            window.show(Samples.READY);
            window.pageProperty().set(page);
        };
    }

    /** The window's model in {@code state}, as if it ran with samples. */
    static WindowViewModel window(String state, Language language) {
        WindowViewModel.Trust trust = state.startsWith("00")
                ? new WindowViewModel.Trust.None(Fault.DIRECTORY_INVALID)
                : new WindowViewModel.Trust.Listed(Samples.BANKS, true);
        var settings = new SettingsViewModel(new Texts(language), new Looks(language, Theme.LIGHT, true, 100));
        var window = new WindowViewModel(
                settings,
                trust,
                new WindowViewModel.Controls(new RecordingControl(), new RecordingSlots(), new RecordingLogins()),
                link -> {},
                new DirectRunner(),
                Samples.CLOCK);
        Objects.requireNonNull(all().get(state)).accept(window);
        return window;
    }
}
