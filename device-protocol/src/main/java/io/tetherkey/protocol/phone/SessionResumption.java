package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.SessionRecord;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.session.ChipState;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a session up over the phone's own network, whoever carried it so far: gives the message once more that the bank
 * may not have got, or asks what is still to be asked. Nothing is signed or typed twice for it.
 */
record SessionResumption(StoredSessions stored, Prompts prompts) {

    /**
     * @param orderHash SHA-256 of the signed order
     * @return the turn that follows; a refusal with UNKNOWN_SESSION if no session of this order can go on
     */
    SessionTurn resume(String bankId, byte[] orderHash, Instant now) throws FlashException {
        Optional<SessionRecord> underWay = stored.underWay(bankId, orderHash, now);
        if (underWay.isEmpty()) {
            return SessionTurn.refused(StatusCode.UNKNOWN_SESSION);
        }
        SessionRecord record = stored.carriedOver(underWay.get(), Path.WIRELESS);
        SlotRecord slot = stored.slot(record);
        ChipState state = stored.state(record);
        Optional<byte[]> unanswered = state.unanswered();
        return unanswered.isPresent()
                ? new SessionTurn.Answered(
                        new LinkReply.Forward(record.sessionId(), unanswered.get()),
                        SessionDesk.waiting(slot, step(state), now))
                : new SessionTurn.Asking(prompts.of(state, slot, now));
    }

    private static Screen.Step step(ChipState state) {
        return switch (state) {
            case ChipState.AwaitingChallenge opening -> Screen.Step.OPENING;
            case ChipState.KeyNeeded asks -> Screen.Step.OPENING;
            case ChipState.AwaitingLoginResult checking -> Screen.Step.CHECKING_KEY;
            case ChipState.ConfirmNeeded asks -> Screen.Step.CHECKING_KEY;
            case ChipState.AwaitingReceipt finishing -> Screen.Step.FINISHING;
            case ChipState.Closed over -> Screen.Step.FINISHING;
        };
    }
}
