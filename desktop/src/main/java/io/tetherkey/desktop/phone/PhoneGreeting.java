package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.LinkReply.PhoneInfo;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.transport.TransportException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Greets one phone: waits while it is locked, asks to be trusted, reads the board; blocking. */
final class PhoneGreeting implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneGreeting.class);

    private final PhoneClient phone;
    private final Introduction introduction;
    private final Consumer<PhoneState> told;
    private final Pause pause;

    /** The wait before a locked phone is asked again. */
    interface Pause {

        /** Waits a little; false once the phone is gone. */
        boolean whilePlugged() throws InterruptedException;
    }

    /** {@code told} gets each state that the phone is seen in. */
    PhoneGreeting(PhoneClient phone, Computer computer, Consumer<PhoneState> told, Pause pause) {
        this.phone = phone;
        this.introduction = new Introduction(computer, Introduction.Question.ASKED);
        this.told = told;
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            readBoard();
        } catch (TransportException e) {
            LOG.debug("the phone left while it was greeted", e);
        } catch (ProtocolException e) {
            LOG.warn("the phone broke the protocol: {}", e.status(), e);
            told.accept(new PhoneState.Unusable(Fault.PHONE_BROKE_PROTOCOL));
        } catch (RefusedException e) {
            LOG.info("the phone refused: {}", e.status());
            told.accept(new PhoneState.Unusable(CableFaults.ofGreeting(e.status())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readBoard() throws TransportException, ProtocolException, RefusedException, InterruptedException {
        PhoneInfo info = phone.info();
        while (info.locked()) {
            told.accept(new PhoneState.Locked(info.model()));
            if (!pause.whilePlugged()) {
                return;
            }
            info = phone.info();
        }
        String model = info.model();
        introduction.make(phone, info, () -> told.accept(new PhoneState.AskingTrust(model)));
        told.accept(new PhoneState.Ready(model, phone.slots()));
    }
}
