package io.tetherkey.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameDecoder;
import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameType;
import java.util.ArrayList;
import java.util.List;

/** Frames as a test reads and writes them. */
final class Wire {
    private Wire() {}

    static Frame frame(FrameType type, int channel, long messageId, int... payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        return Frame.whole(type, channel, messageId, bytes);
    }

    static Frame fragment(int channel, long messageId, int total, int offset, int length) {
        return new Frame(1, FrameType.MSG, channel, messageId, total, offset, new byte[length]);
    }

    /** The frames in one write; padding is left out, noise fails the test. */
    static List<Frame> frames(byte[] wire) {
        List<Frame> frames = new ArrayList<>();
        for (var result : new FrameDecoder().feed(wire, wire.length)) {
            if (result instanceof Accepted(Frame frame)) {
                frames.add(frame);
            } else {
                assertThat(result).isInstanceOf(Ignored.class);
            }
        }
        return frames;
    }
}
