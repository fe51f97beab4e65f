package io.tetherkey.protocol.frame;

/** The named limits of frames and messages (PROTOCOL.md, "Limits and timeouts"), in bytes unless said otherwise. */
public final class FrameLimits {
    /** The version of the frame layout that this code speaks. */
    public static final int FRAME_VERSION = 1;

    /** Version, type, channel, message id, total and offset. */
    public static final int HEADER = 16;

    /** The CRC-32C at the end. */
    public static final int CHECKSUM = 4;

    public static final int MAX_PAYLOAD = 4_096;

    /** The longest frame before COBS. */
    public static final int MAX_FRAME = HEADER + MAX_PAYLOAD + CHECKSUM;

    /** The longest frame after COBS, without its delimiter. */
    public static final int MAX_ENCODED_FRAME = MAX_FRAME + MAX_FRAME / Cobs.LONGEST_RUN + 1;

    /** The longest message, over all its fragments. */
    public static final int MAX_MESSAGE = 65_536;

    /** Channels with a message in assembly at the same time. */
    public static final int MAX_CHANNELS = 8;

    /** The channel of HELLO and HELLO_OK; no message travels on it. */
    public static final int BROADCAST_CHANNEL = 0xFFFF;

    /** The largest message id. */
    public static final long MAX_MESSAGE_ID = 0xFFFF_FFFFL;

    private FrameLimits() {}
}
