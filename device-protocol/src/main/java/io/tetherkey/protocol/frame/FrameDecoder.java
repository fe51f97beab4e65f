package io.tetherkey.protocol.frame;

import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameResult.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of bytes into frames, in memory that never grows past one frame.
 *
 * <p>Whatever stands before the first delimiter or between two counts as noise unless it is a frame, so a stream that
 * starts in the middle, or with a modem manager's greeting, is in step from the next delimiter on. Not thread-safe.
 */
public final class FrameDecoder {
    private final byte[] pending = new byte[FrameLimits.MAX_ENCODED_FRAME];
    private int filled;
    private boolean overflowed;

    /** What the first {@code length} of these bytes complete, in order; often nothing. */
    public List<FrameResult> feed(byte[] bytes, int length) {
        List<FrameResult> results = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (bytes[i] == FrameCodec.DELIMITER) {
                results.add(finish());
            } else if (filled < pending.length) {
                pending[filled++] = bytes[i];
            } else {
                overflowed = true;
            }
        }
        return results;
    }

    private FrameResult finish() {
        FrameResult result = overflowed ? new Ignored(Reason.TOO_LONG) : FrameCodec.decode(pending, filled);
        filled = 0;
        overflowed = false;
        return result;
    }
}
