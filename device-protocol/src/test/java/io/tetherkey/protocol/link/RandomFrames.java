package io.tetherkey.protocol.link;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameResult.Failed;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.StatusCode;
import java.util.SplittableRandom;

/** What an attacker may send: frames that keep the layout and nothing else. */
final class RandomFrames {
    private static final FrameType[] TYPES = FrameType.values();
    private static final StatusCode[] CODES = {StatusCode.BAD_VERSION, StatusCode.TOO_LARGE, StatusCode.BAD_FRAME};

    private RandomFrames() {}

    static FrameResult next(SplittableRandom random, int channel) {
        int number = random.nextInt(10) == 0 ? random.nextInt(0x10000) : random.nextInt(5) == 0 ? 0xFFFF : channel;
        long messageId = random.nextInt(20) == 0 ? random.nextLong(1L << 32) : random.nextInt(12);
        if (random.nextInt(20) == 0) {
            return new Failed(CODES[random.nextInt(CODES.length)], number, messageId);
        }
        FrameType type = TYPES[random.nextInt(TYPES.length)];
        // BYE and BAD_CHANNEL end a round early: seldom, so that most rounds last.
        if (type == FrameType.BYE && random.nextInt(20) != 0) {
            type = FrameType.MSG;
        }
        if (type == FrameType.MSG) {
            int total = random.nextInt(3) == 0 ? random.nextInt(65_537) : random.nextInt(10);
            int offset = random.nextBoolean() || total == 0 ? 0 : random.nextInt(total);
            int length = Math.min(total - offset, random.nextInt(4_096) + 1);
            return new Accepted(new Frame(1, type, number, messageId, total, offset, new byte[length]));
        }
        byte[] payload = new byte[random.nextBoolean() ? 5 : random.nextInt(40)];
        random.nextBytes(payload);
        return new Accepted(Frame.whole(type, number, messageId, payload));
    }
}
