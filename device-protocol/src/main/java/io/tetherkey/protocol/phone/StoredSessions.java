package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkMessage;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.phone.flash.EnrolmentRecord;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.FlashUpdate;
import io.tetherkey.protocol.phone.flash.SessionRecord;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.session.ChipState;
import io.tetherkey.protocol.session.ChipStateCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sessions that lie in the flash, read and understood. What cannot be understood is a {@link FlashException}. */
final class StoredSessions {
    private final FlashStore flash;

    StoredSessions(FlashStore flash) {
        this.flash = flash;
    }

    /** What the session answered to the message with this hash. */
    Optional<LinkReply> reply(SessionRecord record, byte[] hash) throws FlashException {
        return reply(record.sessionId(), hash);
    }

    /** What a session or an enrolment answered to the message with this hash. */
    Optional<LinkReply> reply(byte[] sessionId, byte[] hash) throws FlashException {
        Optional<byte[]> bytes = flash.reply(sessionId, hash);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            LinkMessage message = LinkCodec.decode(bytes.get());
            if (message instanceof LinkReply reply) {
                return Optional.of(reply);
            }
        } catch (ProtocolException e) {
            throw new FlashException("the flash holds a reply that cannot be read", e);
        }
        throw new FlashException("the flash holds a command in the place of a reply");
    }

    ChipState state(SessionRecord record) throws FlashException {
        try {
            return ChipStateCodec.decode(record.chipState());
        } catch (CborException e) {
            throw new FlashException("the flash holds a session state that cannot be read", e);
        }
    }

    SlotRecord slot(SessionRecord record) throws FlashException {
        return flash.slot(record.slotId())
                .orElseThrow(() -> new FlashException("the flash holds a session without its slot"));
    }

    /** The session with the path of its present carrier, which its evidence will name. */
    SessionRecord carriedOver(SessionRecord record, Path path) throws FlashException {
        if (record.path() == path) {
            return record;
        }
        SessionRecord moved = record.carriedOver(path);
        flash.update().put(moved).commit();
        return moved;
    }

    /** Enrolments of a slot whose keys are about to be erased cannot go on. */
    void closeEnrolments(String slotId, FlashUpdate update) throws FlashException {
        for (EnrolmentRecord enrolment : flash.enrolments()) {
            if (enrolment.slotId().equals(slotId) && !enrolment.over()) {
                update.put(enrolment.closed());
            }
        }
    }

    /** Sessions of a slot that are not over and have not signed a decision; a new key would not fit them. */
    List<SessionRecord> unsignedOfSlot(String slotId) throws FlashException {
        List<SessionRecord> unsigned = new ArrayList<>();
        for (SessionRecord record : flash.sessions()) {
            if (record.slotId().equals(slotId)
                    && !record.over()
                    && !(state(record) instanceof ChipState.AwaitingReceipt)) {
                unsigned.add(record);
            }
        }
        return unsigned;
    }

    /** Further sessions for the same order at the same bank that are not over. */
    List<SessionRecord> othersOfOrder(SessionRecord record) throws FlashException {
        return flash.sessions().stream()
                .filter(other -> !other.over()
                        && other.slotId().equals(record.slotId())
                        && Arrays.equals(other.contextHash(), record.contextHash())
                        && !Arrays.equals(other.sessionId(), record.sessionId()))
                .toList();
    }

    /**
     * The session for this order at this bank that can go on: one whose decision is signed before all others, for its
     * answer may wait at the bank however late it is, else one whose Offer still holds.
     */
    Optional<SessionRecord> underWay(String bankId, byte[] contextHash, Instant now) throws FlashException {
        Optional<SessionRecord> open = Optional.empty();
        for (SessionRecord record : flash.sessions()) {
            boolean same = !record.over()
                    && Arrays.equals(record.contextHash(), contextHash)
                    && slot(record).bankId().equals(bankId);
            if (same && state(record) instanceof ChipState.AwaitingReceipt) {
                return Optional.of(record);
            }
            if (same && now.isBefore(record.offerEnds())) {
                open = Optional.of(record);
            }
        }
        return open;
    }
}
