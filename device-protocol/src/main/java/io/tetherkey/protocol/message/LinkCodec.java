package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Link commands to bytes and back: a CBOR map whose field 0 is the kind, requests from 1 and replies from 65
 * (PROTOCOL.md, "Commands").
 */
public final class LinkCodec {
    /** Longest sealed-session message that a command carries, in bytes. */
    public static final int MOST_MESSAGE = 32_768;

    /** Longest receipt or evidence in bytes, so that both fit in one message, and with order and roots in one file. */
    public static final int MOST_PROOF = 18_432;

    private static final int KIND = 0;
    private static final int SESSION_ID = 16;
    private static final int COMPUTER_ID = 16;
    static final int MOST_NAME = 64;
    private static final int MOST_ORIGIN = 256;
    static final int MOST_ROWS = 64;

    private LinkCodec() {}

    public static byte[] encode(LinkMessage message) {
        return switch (message) {
            case LinkRequest.GetPhoneInfo() -> kind(1).encode();
            case LinkRequest.TrustComputer(byte[] id, String name) ->
                kind(2).put(1, id).put(2, name).encode();
            case LinkRequest.ListSlots() -> kind(3).encode();
            case LinkRequest.OpenSession open -> openSession(open);
            case LinkRequest.Relay(SessionMessage carried) -> carried(5, carried);
            case LinkRequest.ListRecords(long since) -> kind(6).put(1, since).encode();
            case LinkRequest.Wink() -> kind(7).encode();
            case LinkRequest.BeginEnrolment begin -> SlotLifeCodec.begin(kind(8), begin);
            case LinkRequest.DeleteSlot(String slotId) -> kind(9).put(1, slotId).encode();
            case LinkRequest.ListComputers() -> kind(10).encode();
            case LinkRequest.RevokeComputer(byte[] handle) ->
                kind(11).put(1, handle).encode();
            case LinkReply.PhoneInfo(String model, boolean locked, boolean trusted, byte[] key) ->
                kind(65).put(1, model)
                        .put(2, locked)
                        .put(3, trusted)
                        .put(4, key)
                        .encode();
            case LinkReply.Done() -> kind(66).encode();
            case LinkReply.Slots(List<SlotInfo> slots) ->
                kind(67).put(1, array(slots.stream().map(SlotLifeCodec::slot).toList()))
                        .encode();
            case LinkReply.Forward(SessionMessage carried) -> carried(68, carried);
            case LinkReply.Ended(byte[] sid, SessionOutcome outcome) -> ended(sid, outcome);
            case LinkReply.Records(List<PhoneRecord> records) ->
                kind(70).put(1, array(records.stream().map(LinkCodec::record).toList()))
                        .encode();
            case LinkReply.Enrolled(byte[] sid, SlotInfo slot) ->
                kind(72).put(1, sid).put(2, SlotLifeCodec.slot(slot)).encode();
            case LinkReply.Computers(List<ComputerInfo> computers) ->
                kind(73).put(
                                1,
                                array(computers.stream()
                                        .map(SlotLifeCodec::computer)
                                        .toList()))
                        .encode();
            case LinkReply.Refusal(StatusCode status, OptionalInt left) -> {
                var out = kind(71).put(1, status.code());
                left.ifPresent(n -> out.put(2, n));
                yield out.encode();
            }
        };
    }

    /** @throws ProtocolException BAD_ENCODING if the bytes are not one command or answer */
    public static LinkMessage decode(byte[] bytes) throws ProtocolException {
        try {
            var in = CborMapReader.of(bytes);
            LinkMessage message = body((int) in.integer(KIND, 0, 255), in);
            in.end();
            return message;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "link command: " + e.getMessage(), e);
        }
    }

    private static LinkMessage body(int kind, CborMapReader in) throws CborException {
        return switch (kind) {
            case 1 -> new LinkRequest.GetPhoneInfo();
            case 2 -> new LinkRequest.TrustComputer(in.bytes(1, COMPUTER_ID, COMPUTER_ID), in.text(2, MOST_NAME));
            case 3 -> new LinkRequest.ListSlots();
            case 4 ->
                new LinkRequest.OpenSession(
                        in.text(1, Fields.MOST_BANK_ID),
                        in.bytes(2, 1, MOST_MESSAGE),
                        in.text(3, MOST_ORIGIN),
                        SlotLifeCodec.credentials(in));
            case 5 -> new LinkRequest.Relay(carried(in));
            case 6 -> new LinkRequest.ListRecords(in.integer(1, 0, Long.MAX_VALUE));
            case 7 -> new LinkRequest.Wink();
            case 8 -> SlotLifeCodec.begin(in);
            case 9 -> new LinkRequest.DeleteSlot(in.text(1, SlotLifeCodec.MOST_SLOT_ID));
            case 10 -> new LinkRequest.ListComputers();
            case 11 -> new LinkRequest.RevokeComputer(in.bytes(1, ComputerInfo.HANDLE, ComputerInfo.HANDLE));
            case 65 -> new LinkReply.PhoneInfo(in.text(1, MOST_NAME), in.bool(2), in.bool(3), in.bytes(4, 32, 32));
            case 66 -> new LinkReply.Done();
            case 67 -> new LinkReply.Slots(SlotLifeCodec.slots(in, 1));
            case 68 -> new LinkReply.Forward(carried(in));
            case 69 ->
                new LinkReply.Ended(
                        in.bytes(1, SESSION_ID, SESSION_ID),
                        new SessionOutcome(
                                Fields.known(SlotResult.fromCode((int) in.integer(2, 0, 255))),
                                (int) in.integer(3, 0, 10),
                                in.bytes(4, 0, MOST_PROOF),
                                in.bytes(5, 0, MOST_PROOF)));
            case 70 -> records(in);
            case 71 ->
                new LinkReply.Refusal(
                        Fields.known(StatusCode.fromCode((int) in.integer(1, 0, 255))),
                        in.has(2) ? OptionalInt.of((int) in.integer(2, 0, 10)) : OptionalInt.empty());
            case 72 -> new LinkReply.Enrolled(in.bytes(1, SESSION_ID, SESSION_ID), SlotLifeCodec.slot(in.value(2)));
            case 73 -> new LinkReply.Computers(SlotLifeCodec.computers(in, 1));
            default -> throw new CborException("unknown kind " + kind);
        };
    }

    private static CborMapWriter kind(int kind) {
        return new CborMapWriter().put(KIND, kind);
    }

    private static byte[] carried(int kind, SessionMessage carried) {
        return kind(kind).put(1, carried.sessionId()).put(2, carried.message()).encode();
    }

    private static SessionMessage carried(CborMapReader in) throws CborException {
        return new SessionMessage(in.bytes(1, SESSION_ID, SESSION_ID), in.bytes(2, 1, MOST_MESSAGE));
    }

    private static byte[] openSession(LinkRequest.OpenSession open) {
        return kind(4).put(1, open.bankId())
                .put(2, open.offer())
                .put(3, open.origin())
                .put(4, open.credentials().enc())
                .put(5, open.credentials().ciphertext())
                .encode();
    }

    private static byte[] ended(byte[] sessionId, SessionOutcome outcome) {
        return kind(69).put(1, sessionId)
                .put(2, outcome.result().code())
                .put(3, outcome.attemptsLeft())
                .put(4, outcome.receipt())
                .put(5, outcome.evidence())
                .encode();
    }

    private static CborValue array(List<CborValue> items) {
        return new CborValue.Array(items);
    }

    private static CborValue record(PhoneRecord record) {
        return new CborMapWriter()
                .put(1, record.number())
                .put(2, record.bankId())
                .put(3, record.orderId())
                .put(4, record.result().code())
                .put(5, record.time().getEpochSecond())
                .put(6, record.receipt())
                .put(7, record.evidence())
                .toValue();
    }

    private static LinkMessage records(CborMapReader in) throws CborException {
        List<PhoneRecord> records = new ArrayList<>();
        for (CborValue item : in.array(1, MOST_ROWS)) {
            var row = CborMapReader.of(item);
            records.add(new PhoneRecord(
                    row.integer(1, 0, Long.MAX_VALUE),
                    row.text(2, Fields.MOST_BANK_ID),
                    row.text(3, 32),
                    Fields.known(SlotResult.fromCode((int) row.integer(4, 0, 255))),
                    Fields.instant(row, 5),
                    row.bytes(6, 0, MOST_PROOF),
                    row.bytes(7, 0, MOST_PROOF)));
            row.end();
        }
        return new LinkReply.Records(records);
    }
}
