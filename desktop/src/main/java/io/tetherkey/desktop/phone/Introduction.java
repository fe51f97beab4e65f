package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.LinkReply.PhoneInfo;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.transport.TransportException;

/** Introduces this computer to a phone, which knows nobody on a new link; blocking. */
record Introduction(Computer computer, Question question) {

    /** What becomes of a phone's question to its user whether this computer may be trusted. */
    enum Question {
        /** The user answers it. */
        ASKED,
        /** It is taken back before the user can answer, and the phone refuses. */
        WITHDRAWN
    }

    /**
     * Does nothing if the phone trusts this computer on this link already.
     *
     * @param info what the phone has just said of itself
     * @param working called whenever the phone tells that it is busy with the introduction
     */
    void make(PhoneClient phone, PhoneInfo info, Runnable working)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        if (!info.trusted()) {
            phone.trust(computer.id(), computer.name(), status -> {
                working.run();
                withdraw(phone, status);
            });
        }
    }

    private void withdraw(PhoneClient phone, PhoneStatus status) {
        if (question == Question.WITHDRAWN && status.stage() == Stage.TRUST_COMPUTER) {
            phone.cancel();
        }
    }
}
