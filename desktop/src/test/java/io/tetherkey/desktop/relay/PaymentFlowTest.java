package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.bank.OrderStatus;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SlotResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executor against a bank and a phone that answer from a list. */
class PaymentFlowTest {

    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2};

    private final ListedBank bank = new ListedBank();
    private final List<PendingPayment> owed = new CopyOnWriteArrayList<>();
    private final ListedPhone phone = new ListedPhone();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private PaymentFlow flow;

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void paymentRunsToItsEndAndLeavesNothingPending() {
        start();
        bank.replies.add(new BankReply.Offered(Samples.SESSION, ONE));
        phone.replies.add(new PhoneReply.Forwarded(ONE));
        bank.replies.add(new BankReply.Answered(TWO));
        phone.replies.add(new PhoneReply.Ended(new SessionOutcome(SlotResult.PAID, 10, ONE, TWO)));
        char[] password = "harbour-demo".toCharArray();
        flow.open(Samples.ORDER);
        flow.submit(Samples.HARBOUR, "alice", password);

        await().atMost(Duration.ofSeconds(60)).until(() -> flow.state() instanceof FlowState.Finished);
        assertThat(((FlowState.Finished) flow.state()).outcome())
                .isEqualTo(new Outcome.Paid("HB-1", new ReceiptFile.OnPhoneOnly()));
        assertThat(phone.logins.getFirst()).isEqualTo("alice harbour-demo");
        assertThat(phone.login.password()).containsOnly('\0');
        assertThat(folder.resolve("pending.cbor")).doesNotExist();
    }

    @Test
    void pulledPhoneIsAskedTheSameAgain() {
        start();
        bank.replies.add(new BankReply.Offered(Samples.SESSION, ONE));
        phone.replies.add(new PhoneReply.Forwarded(ONE));
        bank.replies.add(new BankReply.Answered(TWO));
        phone.replies.add(new PhoneReply.Gone(Fault.PHONE_LOST));
        flow.open(Samples.ORDER);
        flow.submit(Samples.HARBOUR, "alice", "pw".toCharArray());
        await().atMost(Duration.ofSeconds(60)).until(() -> flow.state() instanceof FlowState.PhoneAway);

        phone.replies.add(new PhoneReply.Ended(new SessionOutcome(SlotResult.PAID, 10, ONE, TWO)));
        phone.back.countDown();
        await().atMost(Duration.ofSeconds(60)).until(() -> flow.state() instanceof FlowState.Finished);
        assertThat(phone.calls.get(1)).isEqualTo(new PhoneCall.Relay(Samples.SESSION, TWO));
        assertThat(phone.calls.get(2)).isEqualTo(phone.calls.get(1));
    }

    @Test
    void killedAppAsksForTheStatusAndSendsTheSameBytes() throws Exception {
        PendingPayment pending = killedWhileTheBankIsAsked();
        BankCall cut = bank.calls.get(1);
        bank.calls.clear();
        start();
        flow.resume(pending, Samples.ORDER, Samples.HARBOUR);
        bank.replies.add(new BankReply.Told(OrderStatus.OPEN, ""));
        await().atMost(Duration.ofSeconds(60)).until(() -> bank.calls.size() == 2);
        assertThat(bank.calls.getFirst())
                .isEqualTo(new BankCall.AskStatus(Samples.ORDER.order().orderId()));
        assertThat(bank.calls.get(1)).isEqualTo(cut);
    }

    @Test
    void receiptThatIsDueKeepsTheLastSealedBytes() throws Exception {
        PendingPayment pending = killedWhileTheBankIsAsked();
        start();
        flow.resume(pending, Samples.ORDER, Samples.HARBOUR);
        bank.replies.add(new BankReply.Told(OrderStatus.PAID, "HB-1"));
        await().atMost(Duration.ofSeconds(60)).until(() -> flow.state() instanceof FlowState.Finished);
        assertThat(owed).containsExactly(pending);
        assertThat(folder.resolve("pending.cbor")).doesNotExist();
    }

    /** Pays until the bank is asked with what the phone has answered, and ends there. */
    private PendingPayment killedWhileTheBankIsAsked() throws IOException {
        start();
        bank.replies.add(new BankReply.Offered(Samples.SESSION, ONE));
        phone.replies.add(new PhoneReply.Forwarded(ONE));
        flow.open(Samples.ORDER);
        flow.submit(Samples.HARBOUR, "alice", "pw".toCharArray());
        await().atMost(Duration.ofSeconds(60)).until(() -> bank.calls.size() == 2);
        flow.close();
        await().atMost(Duration.ofSeconds(60)).until(() -> bank.waiting.get() == 0);
        return new PendingFile(folder.resolve("pending.cbor")).load().orElseThrow();
    }

    private void start() {
        flow = new PaymentFlow(
                bank,
                phone,
                new PendingFile(folder.resolve("pending.cbor")),
                (journey, outcome) -> new ReceiptDesk.Judgement.Agrees("HB-1", new ReceiptFile.OnPhoneOnly()),
                owed::add,
                Samples.CLOCK,
                state -> {});
    }
}
