package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.seal.RandomSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The ways to the chip and the slots of the phone in use, whichever that is at the moment of the call. All methods may be
 * called from any thread.
 */
public final class PhoneCalls implements PhoneRoad, SlotRoad {

    private final PhoneInUse inUse;
    private final BiConsumer<PhoneClient, Fault> lost;
    private final SessionCaller caller;
    private final SlotCaller slots;

    /** @param lost told of a phone that could not be asked, and why */
    PhoneCalls(PhoneInUse inUse, RandomSource random, BiConsumer<PhoneClient, Fault> lost) {
        this.inUse = inUse;
        this.lost = lost;
        this.caller = new SessionCaller(random);
        this.slots = new SlotCaller(random);
    }

    @Override
    public PhoneReply call(PhoneCall call, Login login, Consumer<PhoneStatus> status) throws InterruptedException {
        Optional<PhoneClient> phone = inUse.greeted();
        if (phone.isEmpty()) {
            return new PhoneReply.Gone(Fault.NO_PHONE);
        }
        PhoneReply reply = caller.call(phone.get(), call, login, status);
        if (reply instanceof PhoneReply.Gone(Fault why)) {
            lost.accept(phone.get(), why);
        }
        return reply;
    }

    @Override
    public SlotReply change(SlotCall call, EnrolmentPapers papers, Consumer<PhoneStatus> status)
            throws InterruptedException {
        Optional<PhoneClient> phone = inUse.greeted();
        if (phone.isEmpty()) {
            return new PhoneReply.Gone(Fault.NO_PHONE);
        }
        SlotReply reply = slots.call(phone.get(), call, papers, status);
        if (reply instanceof PhoneReply.Gone(Fault why)) {
            lost.accept(phone.get(), why);
        }
        return reply;
    }

    @Override
    public Optional<PhoneRecord> paid(String orderId) throws InterruptedException {
        Optional<PhoneClient> phone = inUse.client();
        return phone.isEmpty() ? Optional.empty() : new RecordPages(phone.get()).paid(orderId);
    }

    /** Hands each record of the plugged phone to {@code each}, page by page; as many as can be read. Blocking. */
    public void records(Consumer<PhoneRecord> each) throws InterruptedException {
        Optional<PhoneClient> phone = inUse.client();
        if (phone.isPresent() && inUse.state() instanceof PhoneState.Ready) {
            new RecordPages(phone.get()).each(each);
        }
    }

    @Override
    public void cancel() {
        inUse.client().ifPresent(PhoneClient::cancel);
    }

    @Override
    public void awaitBack() throws InterruptedException {
        inUse.awaitReady();
    }
}
