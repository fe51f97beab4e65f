package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.ui.LoginSamples;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.Fault;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bank that was away when it was called is called again, and nobody presses anything")
class BankAwayTest {

    private final ListedBank bank = new ListedBank(
            new BankReply.Unreachable(Fault.BANK_UNREACHABLE), new BankReply.Offered(Samples.SESSION, new byte[] {1}));
    private final ListedPhone phone = new ListedPhone();

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
}
