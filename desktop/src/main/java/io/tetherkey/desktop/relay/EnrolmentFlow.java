package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.EnrolmentPapers;
import io.tetherkey.desktop.phone.SlotRoad;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Drives the one change of a slot by {@link EnrolmentProcess} and carries its effects out.
 *
 * <p>The {@link FlowThread} owns the state and calls the listener. All methods may be called from any thread and return
 * at once. Nothing is stored: a killed app begins a new enrolment, and the activation code is
 * still good because the bank uses it up only at the end.
 */
public final class EnrolmentFlow implements EnrolmentControl, AutoCloseable {

    private final BankClient banks;
    private final SlotRoad phone;
    private final Supplier<byte[]> signedDirectory;
    private final FlowThread<EnrolmentState, EnrolmentEvent, EnrolmentEffect> thread;
    private String userName = "";

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
        this.thread =
                new FlowThread<>("enrolment", new EnrolmentState.AtRest(0), new Rules(), this::run, listener, () -> {});
    }

    /** The present state. */
    public EnrolmentState state() {
        return thread.state();
    }

    @Override
    public void begin(SlotChange change, String userName) {
        thread.hand(() -> {
            if (!(thread.state() instanceof EnrolmentState.UnderWay)) {
                this.userName = userName;
                thread.step(new EnrolmentEvent.Begun(change));
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
        thread.post(event);
    }

    /** {@link EnrolmentProcess}, which asks a bank that is away again. */
    private static final class Rules implements FlowThread.Rules<EnrolmentState, EnrolmentEvent, EnrolmentEffect> {

        @Override
        public EnrolmentStep next(EnrolmentState state, EnrolmentEvent event) {
            return EnrolmentProcess.next(state, event);
        }

        @Override
        public Recheck.Question question(EnrolmentState state) {
            return switch (state) {
                case EnrolmentState.BankAway ignored -> Recheck.Question.OPEN;
                case EnrolmentState.AtBank ignored -> Recheck.Question.ASKED;
                case EnrolmentState.UnderWay ignored -> Recheck.Question.NONE;
                case EnrolmentState.AtRest ignored -> Recheck.Question.NONE;
                case EnrolmentState.Finished ignored -> Recheck.Question.NONE;
            };
        }

        @Override
        public EnrolmentEvent retry() {
            return new EnrolmentEvent.Retry();
        }
    }

    private void run(EnrolmentEffect effect) {
        switch (effect) {
            case EnrolmentEffect.CallBank call ->
                thread.call(
                        () -> post(new EnrolmentEvent.BankReplied(call.step(), banks.call(call.bank(), call.call()))));
            case EnrolmentEffect.CallPhone call ->
                callPhone(call, new EnrolmentPapers(userName, signedDirectory.get()));
            case EnrolmentEffect.AwaitPhone await ->
                thread.call(() -> {
                    phone.awaitBack();
                    post(new EnrolmentEvent.PhoneBack(await.step()));
                });
            case EnrolmentEffect.CancelPhone() -> thread.call(phone::cancel);
        }
    }

    private void callPhone(EnrolmentEffect.CallPhone call, EnrolmentPapers papers) {
        thread.call(() -> post(new EnrolmentEvent.PhoneReplied(
                call.step(),
                phone.change(
                        call.call(), papers, status -> post(new EnrolmentEvent.PhoneReported(call.step(), status))))));
    }

    /** Stops all calls. */
    @Override
    public void close() {
        thread.close();
    }
}
