package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.frame.Cobs;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Takes damaged frames as if they were whole. */
public final class IgnoresChecksum implements Mutation {
    private static final int CHECKSUM = 4;
    private static final int SHORTEST = 20;

    @Override
    public byte[] received(byte[] stuffed) {
        Optional<byte[]> plain = Cobs.decode(stuffed, stuffed.length);
        if (plain.isEmpty() || plain.get().length < SHORTEST) {
            return stuffed;
        }
        byte[] frame = plain.get();
        CRC32C crc = new CRC32C();
        crc.update(frame, 0, frame.length - CHECKSUM);
        ByteBuffer.wrap(frame).putInt(frame.length - CHECKSUM, (int) crc.getValue());
        return Cobs.encode(Arrays.copyOf(frame, frame.length));
    }
}
