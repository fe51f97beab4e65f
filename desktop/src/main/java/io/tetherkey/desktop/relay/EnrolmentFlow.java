package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.EnrolmentPapers;
import io.tetherkey.desktop.phone.SlotRoad;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the one change of a slot: feeds events to {@link EnrolmentProcess} and carries its effects out.
 *
 * <p>One virtual thread owns the state and takes events from a queue; each call to bank or phone runs on a virtual
 * thread of its own and comes back as an event. The listener is called on the owner thread. All methods may be called
 * from any thread and return at once. Nothing is stored: a killed app begins a new enrolment, and the activation code is
 * still good because the bank uses it up only at the end.
 */
public final class EnrolmentFlow implements EnrolmentControl, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentFlow.class);

    private final BankClient banks;
    private final SlotRoad phone;
    private final Supplier<byte[]> signedDirectory;
    private final Consumer<EnrolmentState> listener;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final CallThreads calls = new CallThreads();
    private final Thread owner;
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
        this.owner = Thread.ofVirtual().name("enrolment-flow").start(this::own);
    }

    /** The present state. */
    public EnrolmentState state() {
        return state;
    }

    @Override
    public void begin(SlotChange change, String userName) {
        inbox.add(() -> {
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
        inbox.add(() -> step(event));
    }

    private void own() {
        try {
            while (true) {
                inbox.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
                calls.start(
                        () -> post(new EnrolmentEvent.BankReplied(call.step(), banks.call(call.bank(), call.call()))));
            case EnrolmentEffect.CallPhone call ->
                callPhone(call, new EnrolmentPapers(userName, signedDirectory.get()));
            case EnrolmentEffect.AwaitPhone await ->
                calls.start(() -> {
                    phone.awaitBack();
                    post(new EnrolmentEvent.PhoneBack(await.step()));
                });
            case EnrolmentEffect.CancelPhone() -> calls.start(phone::cancel);
        }
    }

    private void callPhone(EnrolmentEffect.CallPhone call, EnrolmentPapers papers) {
        calls.start(() -> post(new EnrolmentEvent.PhoneReplied(
                call.step(),
                phone.change(
                        call.call(), papers, status -> post(new EnrolmentEvent.PhoneReported(call.step(), status))))));
    }

    /** Stops all calls. */
    @Override
    public void close() {
        owner.interrupt();
        calls.close();
    }
}
