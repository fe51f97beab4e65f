package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.Login;
import io.tetherkey.desktop.phone.PhoneRoad;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the one payment of this app: feeds events to {@link PaymentProcess} and carries its effects out.
 *
 * <p>The {@link OwnerThread} owns the state and calls the listener. All methods may be called from any thread and return
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
    private final Consumer<FlowState> listener;
    private final Recheck recheck = new Recheck();
    private final OwnerThread owner;

    private Login login = Login.none();
    private volatile FlowState state = new FlowState.AtRest();

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
        this.listener = listener;
        this.owner = new OwnerThread("payment-flow", () -> login.erase());
    }

    /** The present state. */
    public FlowState state() {
        return state;
    }

    /** Shows a verified order. */
    public void open(VerifiedOrder order) {
        post(new FlowEvent.OrderOpened(order));
    }

    @Override
    public void submit(BankEntry bank, String userName, char[] password) {
        var submitted = new Login(userName, password);
        owner.hand(() -> {
            login.erase();
            login = submitted;
            step(new FlowEvent.LoginSubmitted(bank, clock.instant()));
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
        owner.hand(() -> step(event));
    }

    private void step(FlowEvent event) {
        FlowStep next = PaymentProcess.next(state, event);
        boolean changed = !next.state().equals(state);
        state = next.state();
        for (FlowEffect effect : next.effects()) {
            run(effect);
        }
        if (changed) {
            LOG.info("payment: {}", state.getClass().getSimpleName());
            listener.accept(state);
            recheck.after(state).ifPresent(this::askAgainAfter);
        }
    }

    /** Whoever does not know whether money has moved shall not have to press a button to find out. */
    private void askAgainAfter(Duration pause) {
        FlowState open = state;
        owner.call(() -> {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            owner.hand(() -> {
                if (state.equals(open)) {
                    step(new FlowEvent.Retry());
                }
            });
        });
    }

    private void run(FlowEffect effect) {
        switch (effect) {
            case FlowEffect.Persist persist -> save(persist.pending());
            case FlowEffect.OweReceipt owed -> owe(owed.pending());
            case FlowEffect.ErasePending() -> erase();
            case FlowEffect.ForgetLogin() -> login.erase();
            case FlowEffect.CallBank call ->
                owner.call(() -> post(new FlowEvent.BankReplied(call.step(), banks.call(call.bank(), call.call()))));
            case FlowEffect.CallPhone call -> callPhone(call, login);
            case FlowEffect.AwaitPhone await ->
                owner.call(() -> {
                    phone.awaitBack();
                    post(new FlowEvent.PhoneBack(await.step()));
                });
            case FlowEffect.CancelPhone() -> owner.call(phone::cancel);
            case FlowEffect.KeepReceipt keep ->
                owner.call(() ->
                        post(new FlowEvent.ReceiptJudged(keep.step(), receipts.keep(keep.journey(), keep.outcome()))));
        }
    }

    private void callPhone(FlowEffect.CallPhone call, Login present) {
        owner.call(() -> post(new FlowEvent.PhoneReplied(
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
        owner.close();
    }
}
