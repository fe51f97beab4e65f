package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.Login;
import io.tetherkey.desktop.phone.PhoneRoad;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the one payment of this app by {@link PaymentProcess} and carries its effects out.
 *
 * <p>The {@link FlowThread} owns the state and calls the listener. All methods may be called from any thread and return
 * at once.
 */
public final class PaymentFlow implements PaymentControl, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentFlow.class);

    private final BankClient banks;
    private final PhoneRoad phone;
    private final PendingStore store;
    private final ReceiptDesk receipts;
    private final DueReceipts due;
    private final Clock clock;
    private final FlowThread<FlowState, FlowEvent, FlowEffect> thread;

    private Login login = Login.none();

    /** Starts the owner thread; {@code listener} gets each new state. */
    public PaymentFlow(
            BankClient banks,
            PhoneRoad phone,
            PendingStore store,
            ReceiptDesk receipts,
            DueReceipts due,
            Clock clock,
            Consumer<FlowState> listener) {
        this.banks = banks;
        this.phone = phone;
        this.store = store;
        this.receipts = receipts;
        this.due = due;
        this.clock = clock;
        this.thread = new FlowThread<>(
                "payment", new FlowState.AtRest(), new Rules(), this::run, listener, () -> login.erase());
    }

    /** The present state. */
    public FlowState state() {
        return thread.state();
    }

    /** Shows a verified order. */
    public void open(VerifiedOrder order) {
        post(new FlowEvent.OrderOpened(order));
    }

    /** Asks the bank how an earlier payment ended. */
    public void ask(VerifiedOrder order, BankEntry bank) {
        post(new FlowEvent.Asked(order, bank, clock.instant()));
    }

    @Override
    public void submit(BankEntry bank, String userName, char[] password) {
        var submitted = new Login(userName, password);
        thread.hand(() -> {
            login.erase();
            login = submitted;
            thread.step(new FlowEvent.LoginSubmitted(bank, clock.instant()));
        });
    }

    /** Goes on with what an earlier run left behind. */
    public void resume(PendingPayment pending, VerifiedOrder order, BankEntry bank) {
        post(new FlowEvent.Resumed(pending, order, bank));
    }

    /** The proof of a paid order was fetched from the phone and compared. */
    public void receiptFound(String orderId, ReceiptDesk.Judgement judgement) {
        post(new FlowEvent.ReceiptFound(orderId, judgement));
    }

    /** A newer directory puts this bank at another address. */
    public void bankMoved(BankEntry bank) {
        post(new FlowEvent.BankMoved(bank));
    }

    @Override
    public void retry() {
        post(new FlowEvent.Retry());
    }

    @Override
    public void cancel() {
        post(new FlowEvent.Cancel());
    }

    @Override
    public void dismiss() {
        post(new FlowEvent.Dismiss());
    }

    private void post(FlowEvent event) {
        thread.post(event);
    }

    /** {@link PaymentProcess}, which asks again for as long as nobody knows whether money has moved. */
    private static final class Rules implements FlowThread.Rules<FlowState, FlowEvent, FlowEffect> {

        @Override
        public FlowStep next(FlowState state, FlowEvent event) {
            return PaymentProcess.next(state, event);
        }

        @Override
        public Recheck.Question question(FlowState state) {
            return switch (state) {
                case FlowState.BankAway ignored -> Recheck.Question.OPEN;
                case FlowState.Finished finished
                when finished.outcome() instanceof Outcome.Unknown -> Recheck.Question.OPEN;
                case FlowState.AtBank ignored -> Recheck.Question.ASKED;
                case FlowState.Checking ignored -> Recheck.Question.ASKED;
                case FlowState.Finished ignored -> Recheck.Question.NONE;
                case FlowState.UnderWay ignored -> Recheck.Question.NONE;
                case FlowState.AtRest ignored -> Recheck.Question.NONE;
                case FlowState.OrderShown ignored -> Recheck.Question.NONE;
            };
        }

        @Override
        public FlowEvent retry() {
            return new FlowEvent.Retry();
        }
    }

    private void run(FlowEffect effect) {
        switch (effect) {
            case FlowEffect.Persist persist -> save(persist.pending());
            case FlowEffect.OweReceipt owed -> owe(owed.pending());
            case FlowEffect.ErasePending() -> erase();
            case FlowEffect.ForgetLogin() -> login.erase();
            case FlowEffect.CallBank call ->
                thread.call(() -> post(new FlowEvent.BankReplied(call.step(), banks.call(call.bank(), call.call()))));
            case FlowEffect.CallPhone call -> callPhone(call, login);
            case FlowEffect.AwaitPhone await ->
                thread.call(() -> {
                    phone.awaitBack();
                    post(new FlowEvent.PhoneBack(await.step()));
                });
            case FlowEffect.CancelPhone() -> thread.call(phone::cancel);
            case FlowEffect.KeepReceipt keep ->
                thread.call(() ->
                        post(new FlowEvent.ReceiptJudged(keep.step(), receipts.keep(keep.journey(), keep.outcome()))));
        }
    }

    private void callPhone(FlowEffect.CallPhone call, Login present) {
        thread.call(() -> post(new FlowEvent.PhoneReplied(
                call.step(),
                phone.call(call.call(), present, status -> post(new FlowEvent.PhoneReported(call.step(), status))))));
    }

    /** A payment whose place cannot be stored still goes on: the bank's order id alone prevents a second debit. */
    private void save(PendingPayment pending) {
        try {
            store.save(pending);
        } catch (IOException e) {
            LOG.error("the pending payment could not be stored", e);
        }
    }

    private void owe(PendingPayment pending) {
        try {
            due.owe(store.load()
                    .filter(stored -> Arrays.equals(stored.signedOrder(), pending.signedOrder()))
                    .orElse(pending));
        } catch (IOException e) {
            LOG.error("the receipt that is due could not be noted", e);
        }
    }

    private void erase() {
        try {
            store.erase();
        } catch (IOException e) {
            LOG.error("the pending payment could not be erased", e);
        }
    }

    /** Stops all calls; what was stored stays for the next start. */
    @Override
    public void close() {
        thread.close();
    }
}
