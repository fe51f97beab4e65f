package io.tetherkey.protocol.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a message into MSG frames, in order and without a gap. */
public final class Fragmenter {
    private Fragmenter() {}

    /**
     * The frames of one message; an empty message is one empty frame.
     *
     * @param message at most 65,536 bytes
     * @throws IllegalArgumentException if the message is longer
     */
    public static List<Frame> fragments(int channel, long messageId, byte[] message) {
        List<Frame> frames = new ArrayList<>();
        int offset = 0;
        do {
            int end = Math.min(message.length, offset + FrameLimits.MAX_PAYLOAD);
            frames.add(new Frame(
                    FrameLimits.FRAME_VERSION,
                    FrameType.MSG,
                    channel,
                    messageId,
                    message.length,
                    offset,
                    Arrays.copyOfRange(message, offset, end)));
            offset = end;
        } while (offset < message.length);
        return List.copyOf(frames);
    }
}
