package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.phone.EnrolmentPapers;
import io.tetherkey.desktop.phone.Login;
import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.phone.PhoneRoad;
import io.tetherkey.desktop.phone.SlotCall;
import io.tetherkey.desktop.phone.SlotReply;
import io.tetherkey.desktop.phone.SlotRoad;
import io.tetherkey.desktop.ui.LoginSamples;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bank that was away when it was called is called again, and nobody presses anything")
class BankAwayTest {

    private final BankThatComesBack bank = new BankThatComesBack();
    private final SilentPhone phone = new SilentPhone();

    @Test
    void enrolmentGoesOn() {
        try (var flow = new EnrolmentFlow(bank, phone, () -> new byte[] {1}, state -> {})) {
            flow.begin(new SlotChange.SetUp(Samples.SUMMIT), "alice");
            await().atMost(Duration.ofSeconds(60)).until(() -> flow.state() instanceof EnrolmentState.AtPhone);
        }
        assertThat(bank.calls).hasSize(2);
        assertThat(bank.calls.get(1)).isEqualTo(bank.calls.get(0));
    }

    @Test
    void loginGoesOn() {
        var asked = (LoginState.Asked) LoginSamples.asked();
        try (var flow = new LoginFlow(bank, phone, page -> {}, Samples.CLOCK, state -> {})) {
            flow.open(asked.ticket());
            flow.proceed();
            await().atMost(Duration.ofSeconds(60)).until(() -> flow.state() instanceof LoginState.FormShown);
        }
        assertThat(bank.calls).hasSize(2);
        assertThat(bank.calls.get(1)).isEqualTo(bank.calls.get(0));
    }

    private static final class BankThatComesBack implements BankClient {

        private final List<BankCall> calls = new CopyOnWriteArrayList<>();

        @Override
        public BankReply call(BankEntry entry, BankCall call) {
            calls.add(call);
            return calls.size() == 1
                    ? new BankReply.Unreachable(Fault.BANK_UNREACHABLE)
                    : new BankReply.Offered(Samples.SESSION, new byte[] {1});
        }
    }

    /** Waits for its user for ever. */
    private static final class SilentPhone implements SlotRoad, PhoneRoad {

        @Override
        public SlotReply change(SlotCall call, EnrolmentPapers papers, Consumer<PhoneStatus> status)
                throws InterruptedException {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody wakes it");
        }

        @Override
        public PhoneReply call(PhoneCall call, Login login, Consumer<PhoneStatus> status) throws InterruptedException {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody wakes it");
        }

        @Override
        public Optional<PhoneRecord> paid(String orderId) {
            return Optional.empty();
        }

        @Override
        public void cancel() {}

        @Override
        public void awaitBack() {}
    }
}
