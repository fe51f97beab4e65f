package io.tetherkey.protocol.phone.flash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The payload of one frame: changes that take effect together. For each change: operation u8 (1 put, 2 remove), type u8,
 * id length u8, id in UTF-8 and, for a put, value length u32 and value; all numbers big-endian.
 */
final class FlashBatch {
    private static final int PUT = 1;
    private static final int REMOVE = 2;

    private FlashBatch() {}

    static byte[] encode(List<FlashChange> changes) {
        int size = changes.stream().mapToInt(FlashBatch::sizeOf).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        for (FlashChange change : changes) {
            byte[] id = idBytes(change.key());
            out.put((byte) (change instanceof FlashChange.Put ? PUT : REMOVE));
            out.put((byte) change.key().type().code());
            out.put((byte) id.length);
            out.put(id);
            if (change instanceof FlashChange.Put put) {
                byte[] value = put.value();
                out.putInt(value.length);
                out.put(value);
            }
        }
        return out.array();
    }

    /** @throws FlashException if the payload is not a batch; its checksum was right, so another program wrote it */
    static List<FlashChange> decode(byte[] payload) throws FlashException {
        ByteBuffer in = ByteBuffer.wrap(payload);
        List<FlashChange> changes = new ArrayList<>();
        while (in.hasRemaining()) {
            changes.add(decodeChange(in));
        }
        return changes;
    }

    private static FlashChange decodeChange(ByteBuffer in) throws FlashException {
        require(in, 3);
        int operation = in.get() & 0xFF;
        int typeCode = in.get() & 0xFF;
        RecordType type = RecordType.fromCode(typeCode)
                .orElseThrow(() -> new FlashException("the flash holds records of a newer kind (" + typeCode + ")"));
        byte[] id = take(in, in.get() & 0xFF);
        FlashKey key = new FlashKey(type, new String(id, StandardCharsets.UTF_8));
        return switch (operation) {
            case PUT -> {
                require(in, 4);
                yield new FlashChange.Put(key, take(in, in.getInt()));
            }
            case REMOVE -> new FlashChange.Remove(key);
            default -> throw new FlashException("the flash holds an unknown operation " + operation);
        };
    }

    private static byte[] take(ByteBuffer in, int length) throws FlashException {
        require(in, length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static void require(ByteBuffer in, int length) throws FlashException {
        if (length < 0 || length > in.remaining()) {
            throw new FlashException("a record of the flash ends too early");
        }
    }

    private static int sizeOf(FlashChange change) {
        int head = 3 + idBytes(change.key()).length;
        return change instanceof FlashChange.Put put ? head + 4 + put.value().length : head;
    }

    private static byte[] idBytes(FlashKey key) {
        byte[] id = key.id().getBytes(StandardCharsets.UTF_8);
        if (id.length > 255) {
            throw new IllegalArgumentException("a flash id has at most 255 bytes");
        }
        return id;
    }
}
