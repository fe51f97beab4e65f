package io.tetherkey.protocol.frame;

import java.util.Arrays;
import java.util.Objects;

/**
 * One frame (PROTOCOL.md, "Frame layout"). Only a MSG may be a fragment: every other frame is whole.
 *
 * @param version of the layout, 0 to 255; this code speaks 1
 * @param channel 0 to 65,535; 65,535 is for HELLO and HELLO_OK
 * @param messageId 0 to 2^32 - 1
 * @param total length of the whole message in bytes, at most 65,536
 * @param offset where the payload starts in the message, in bytes
 * @param payload at most 4,096 bytes; empty only if the message is
 */
public record Frame(int version, FrameType type, int channel, long messageId, int total, int offset, byte[] payload) {

    /** @throws IllegalArgumentException if a field is out of its range */
    public Frame {
        require(version >= 0 && version <= 0xFF, "version");
        require(channel >= 0 && channel <= 0xFFFF, "channel");
        require(messageId >= 0 && messageId <= FrameLimits.MAX_MESSAGE_ID, "message id");
        require(total >= 0 && total <= FrameLimits.MAX_MESSAGE, "total");
        require(payload.length <= FrameLimits.MAX_PAYLOAD, "payload");
        require(isPlaced(type, total, offset, payload.length), "offset");
        payload = payload.clone();
    }

    /** A frame that is a whole message, in the version that this code speaks. */
    public static Frame whole(FrameType type, int channel, long messageId, byte[] payload) {
        return new Frame(FrameLimits.FRAME_VERSION, type, channel, messageId, payload.length, 0, payload);
    }

    /** Whether a payload of this length may stand at this offset of a message of this total. */
    static boolean isPlaced(FrameType type, long total, long offset, int length) {
        boolean inside = offset >= 0 && offset + length <= total;
        boolean progresses = length > 0 || total == 0;
        boolean wholeWhereDue = type == FrameType.MSG || length == total;
        return inside && progresses && wholeWhereDue;
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new IllegalArgumentException("Frame " + field + " is out of range.");
        }
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    /** The payload's length in bytes. */
    public int length() {
        return payload.length;
    }

    /** Whether this is the fragment that completes its message. */
    public boolean isLast() {
        return offset + payload.length == total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that
                && version == that.version
                && type == that.type
                && channel == that.channel
                && messageId == that.messageId
                && total == that.total
                && offset == that.offset
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, type, channel, messageId, total, offset, Arrays.hashCode(payload));
    }

    /** Sizes only: a payload is nobody's business. */
    @Override
    public String toString() {
        return type + " channel " + channel + " message " + messageId + " bytes " + offset + "+" + payload.length
                + " of " + total;
    }
}
