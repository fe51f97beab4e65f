package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Says after a renewal that the slot is valid as long as before. */
public final class KeepsTheOldCertificate implements Mutation {
    private final Map<String, Instant> enabledUntil = new HashMap<>();

    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        if (reply instanceof LinkReply.Slots board) {
            enabledUntil.clear();
            board.slots().stream()
                    .filter(SlotInfo::enabled)
                    .forEach(each -> enabledUntil.put(each.slotId(), each.validUntil()));
        }
        return reply instanceof LinkReply.Enrolled enrolled
                ? new LinkReply.Enrolled(enrolled.sessionId(), asBefore(enrolled.slot()))
                : reply;
    }

    private SlotInfo asBefore(SlotInfo slot) {
        return ChangedRow.of(
                slot, slot.enabled(), enabledUntil.getOrDefault(slot.slotId(), slot.validUntil()), slot.attemptsLeft());
    }
}
