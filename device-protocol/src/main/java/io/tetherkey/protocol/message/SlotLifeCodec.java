package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import java.util.ArrayList;
import java.util.List;

/** The parts of link commands that speak of slots, enrolments and computers (PROTOCOL.md, "Commands"). */
final class SlotLifeCodec {
    static final int MOST_SLOT_ID = 32;

    private static final int MOST_DIRECTORY = 32_768;
    private static final int MOST_ENROLMENT_OFFER = 24_576;
    private static final int ENC = 32;
    private static final int MOST_CIPHERTEXT = 1_024;

    private SlotLifeCodec() {}

    static byte[] begin(CborMapWriter kind, LinkRequest.BeginEnrolment begin) {
        return kind.put(1, begin.bankId())
                .put(2, begin.directory())
                .put(3, begin.offer())
                .put(4, begin.credentials().enc())
                .put(5, begin.credentials().ciphertext())
                .encode();
    }

    static LinkRequest.BeginEnrolment begin(CborMapReader in) throws CborException {
        return new LinkRequest.BeginEnrolment(
                in.text(1, Fields.MOST_BANK_ID),
                in.bytes(2, 1, MOST_DIRECTORY),
                in.bytes(3, 1, MOST_ENROLMENT_OFFER),
                credentials(in));
    }

    /** Fields 4 and 5 of the commands that carry sealed credentials. */
    static SealedCredentials credentials(CborMapReader in) throws CborException {
        return new SealedCredentials(in.bytes(4, ENC, ENC), in.bytes(5, 1, MOST_CIPHERTEXT));
    }

    static CborValue slot(SlotInfo slot) {
        return new CborMapWriter()
                .put(1, slot.slotId())
                .put(2, slot.bankId())
                .put(3, slot.nameEn())
                .put(4, slot.nameZh())
                .put(5, slot.suite())
                .put(6, slot.enabled())
                .put(7, slot.validUntil().getEpochSecond())
                .put(8, slot.attemptsLeft())
                .put(9, slot.lastResult().code())
                .toValue();
    }

    static SlotInfo slot(CborValue value) throws CborException {
        var row = CborMapReader.of(value);
        var slot = new SlotInfo(
                row.text(1, MOST_SLOT_ID),
                row.text(2, Fields.MOST_BANK_ID),
                row.text(3, LinkCodec.MOST_NAME),
                row.text(4, LinkCodec.MOST_NAME),
                (int) row.integer(5, 1, 255),
                row.bool(6),
                Fields.instant(row, 7),
                (int) row.integer(8, 0, 10),
                Fields.known(SlotResult.fromCode((int) row.integer(9, 0, 255))));
        row.end();
        return slot;
    }

    static List<SlotInfo> slots(CborMapReader in, int key) throws CborException {
        List<SlotInfo> slots = new ArrayList<>();
        for (CborValue item : in.array(key, LinkCodec.MOST_ROWS)) {
            slots.add(slot(item));
        }
        return slots;
    }

    static CborValue computer(ComputerInfo computer) {
        return new CborMapWriter()
                .put(1, computer.handle())
                .put(2, computer.name())
                .put(3, computer.since().getEpochSecond())
                .put(4, computer.thisOne())
                .toValue();
    }

    static List<ComputerInfo> computers(CborMapReader in, int key) throws CborException {
        List<ComputerInfo> computers = new ArrayList<>();
        for (CborValue item : in.array(key, LinkCodec.MOST_ROWS)) {
            var row = CborMapReader.of(item);
            computers.add(new ComputerInfo(
                    row.bytes(1, ComputerInfo.HANDLE, ComputerInfo.HANDLE),
                    row.text(2, LinkCodec.MOST_NAME),
                    Fields.instant(row, 3),
                    row.bool(4)));
            row.end();
        }
        return computers;
    }
}
