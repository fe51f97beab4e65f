package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.EnrolmentPapers;
import io.tetherkey.desktop.phone.SlotRoad;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the one change of a slot: feeds events to {@link EnrolmentProcess} and carries its effects out.
 *
 * <p>The {@link OwnerThread} owns the state and calls the listener. All methods may be called from any thread and return
 * at once. Nothing is stored: a killed app begins a new enrolment, and the activation code is
 * still good because the bank uses it up only at the end.
 */
public final class EnrolmentFlow implements EnrolmentControl, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentFlow.class);

    private final BankClient banks;
    private final SlotRoad phone;
    private final Supplier<byte[]> signedDirectory;
    private final Consumer<EnrolmentState> listener;
    private final OwnerThread owner;
    private String userName = "";
    private volatile EnrolmentState state = new EnrolmentState.AtRest(0);

    /**
     * Starts the owner thread.
     *
     * @param signedDirectory as it came; read for each enrolment
     * @param listener gets each new state
     */
    public EnrolmentFlow(
            BankClient banks, SlotRoad phone, Supplier<byte[]> signedDirectory, Consumer<EnrolmentState> listener) {
        this.banks = banks;
        this.phone = phone;
        this.signedDirectory = signedDirectory;
        this.listener = listener;
        this.owner = new OwnerThread("enrolment-flow", () -> {});
    }

    /** The present state. */
    public EnrolmentState state() {
        return state;
    }

    @Override
    public void begin(SlotChange change, String userName) {
        owner.hand(() -> {
            if (!(state instanceof EnrolmentState.UnderWay)) {
                this.userName = userName;
                step(new EnrolmentEvent.Begun(change));
            }
        });
    }

    /** A newer directory puts this bank at another address. */
    public void bankMoved(BankEntry bank) {
        post(new EnrolmentEvent.BankMoved(bank));
    }

    @Override
    public void retry() {
        post(new EnrolmentEvent.Retry());
    }

    @Override
    public void cancel() {
        post(new EnrolmentEvent.Cancel());
    }

    @Override
    public void dismiss() {
        post(new EnrolmentEvent.Dismiss());
    }

    private void post(EnrolmentEvent event) {
        owner.hand(() -> step(event));
    }

    private void step(EnrolmentEvent event) {
        EnrolmentStep next = EnrolmentProcess.next(state, event);
        boolean changed = !next.state().equals(state);
        state = next.state();
        next.effects().forEach(this::run);
        if (changed) {
            LOG.info("enrolment: {}", state.getClass().getSimpleName());
            listener.accept(state);
        }
    }

    private void run(EnrolmentEffect effect) {
        switch (effect) {
            case EnrolmentEffect.CallBank call ->
                owner.call(
                        () -> post(new EnrolmentEvent.BankReplied(call.step(), banks.call(call.bank(), call.call()))));
            case EnrolmentEffect.CallPhone call ->
                callPhone(call, new EnrolmentPapers(userName, signedDirectory.get()));
            case EnrolmentEffect.AwaitPhone await ->
                owner.call(() -> {
                    phone.awaitBack();
                    post(new EnrolmentEvent.PhoneBack(await.step()));
                });
            case EnrolmentEffect.CancelPhone() -> owner.call(phone::cancel);
        }
    }

    private void callPhone(EnrolmentEffect.CallPhone call, EnrolmentPapers papers) {
        owner.call(() -> post(new EnrolmentEvent.PhoneReplied(
                call.step(),
                phone.change(
                        call.call(), papers, status -> post(new EnrolmentEvent.PhoneReported(call.step(), status))))));
    }

    /** Stops all calls. */
    @Override
    public void close() {
        owner.close();
    }
}
