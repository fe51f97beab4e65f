package io.tetherkey.protocol.phone.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.TestBank;
import io.tetherkey.protocol.phone.TestEnrolments;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.phone.flash.RecordType;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The developer's side of a running phone. */
class PhoneBenchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private PhoneServer phone;

    private final Watched display = new Watched();

    /** What the phone shows now. */
    private static final class Watched implements PhoneDisplay {
        private volatile Screen screen = new Screen.StorageFailed();
        private volatile CableState cable = CableState.LINKED;
        private final AtomicInteger warnings = new AtomicInteger();

        @Override
        public void show(Screen next) {
            screen = next;
        }

        @Override
        public void cable(CableState state) {
            cable = state;
        }

        @Override
        public void winked() {
            throw new AssertionError("no computer is there");
        }

        @Override
        public void foreignInput() {
            warnings.incrementAndGet();
        }
    }

    @BeforeEach
    void start() throws Exception {
        FileFlashMedium medium = new FileFlashMedium(folder.resolve("flash.bin"));
        TestBank bank = new TestBank();
        bank.provision(medium);
        new TestEnrolments(bank).pin(medium);
        phone = new PhoneServer(TcpPhonePort.listen(0), medium, RandomSource.secure(), TestBank.CLOCK, display);
        phone.start();
    }

    @AfterEach
    void stop() {
        phone.close();
    }

    @Test
    void damagedCopyIsSeenAndMendedByAPowerCut() throws Exception {
        assertThat(inspected().needsMending()).isFalse();

        phone.damageOneCopy();
        assertThat(inspected().needsMending()).isTrue();
        phone.powerCut();

        assertThat(inspected().needsMending()).isFalse();
        assertThat(inspected().entries()).extracting(FlashReport.Entry::type).contains(RecordType.SLOT, RecordType.KEY);
    }

    @Test
    void newPhoneIsEmptyAndCanStillBeEnrolled() throws Exception {
        phone.startAsNew();

        assertThat(inspected().entries()).extracting(FlashReport.Entry::type).containsExactly(RecordType.DIRECTORY_PIN);
        await().atMost(PATIENCE).until(() -> display.screen.equals(new Screen.Home(List.of())));
    }

    @Test
    void pressesFromOutsideAreToldAndDoNothing() throws Exception {
        phone.act(new UserAction.Lock());
        phone.pressFromOutside(new UserAction.Unlock());

        await().atMost(PATIENCE).until(() -> display.warnings.get() == 1);
        inspected();
        assertThat(display.screen).isInstanceOf(Screen.Locked.class);
    }

    @Test
    void attachedKeyboardHidesAQuestionUntilTheCableIsPulled() throws Exception {
        phone.act(new UserAction.ShowComputers());
        await().atMost(PATIENCE).until(() -> display.screen instanceof Screen.Computers);
        phone.act(new UserAction.Revoke(
                ((Screen.Computers) display.screen).computers().getFirst().handle()));
        await().atMost(PATIENCE).until(() -> display.screen instanceof Screen.ConfirmRevocation);
        phone.attachInputDevice();
        await().atMost(PATIENCE).until(() -> display.screen instanceof Screen.InputDeviceAttached);
        assertThat(display.warnings.get()).isEqualTo(1);
        phone.unplug();

        await().atMost(PATIENCE).until(() -> display.screen instanceof Screen.ConfirmRevocation);
        phone.attachInputDevice();
        phone.removeInputDevice();
        inspected();
        assertThat(display.screen).isInstanceOf(Screen.ConfirmRevocation.class);
    }

    @Test
    void powerCutDoesNotPutAPulledCableIn() throws Exception {
        phone.unplug();
        phone.powerCut();
        inspected();

        assertThat(display.cable).isEqualTo(CableState.UNPLUGGED);
        phone.plug();
        inspected();
        assertThat(display.cable).isEqualTo(CableState.PLUGGED);
    }

    /** The phone's thread takes one thing after the other, so all that was asked before is done then. */
    private FlashReport inspected() throws Exception {
        CompletableFuture<FlashReport> report = new CompletableFuture<>();
        phone.inspect(report::complete);
        return report.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
