package io.tetherkey.protocol.link;

/** The named limits and timeouts of the link (PROTOCOL.md, "Limits and timeouts"); times in milliseconds. */
public final class LinkLimits {
    /** The only version of the link that this code speaks. */
    public static final int LINK_VERSION = 1;

    /** A HELLO without an answer, a MSG without its MSG_ACK and a CANCEL without its reply are sent again after this. */
    public static final long RETRANSMIT_AFTER = 300;

    /** How often one message is sent before the link counts as lost, and one CANCEL before it is left at that. */
    public static final int MAX_TRIES = 16;

    /** While a phone works on a request it sends a KEEPALIVE at least this often. */
    public static final long KEEPALIVE_EVERY = 250;

    /** After this silence of the other end a PING is sent. */
    public static final long PING_AFTER = 2_000;

    /** While the silence lasts, a PING is sent again after this. */
    public static final long PING_EVERY = 1_000;

    /** After this silence of the other end the link is lost. */
    public static final long LOST_AFTER = 5_000;

    /** After this silence a PING is sent where both ends agreed on long rests and no request is under way. */
    public static final long REST_PING_AFTER = 10_000;

    /** After this silence such a link is lost. */
    public static final long REST_LOST_AFTER = 13_000;

    /** A message is dropped half built when no fragment of it came for this long. */
    public static final long ASSEMBLY_AFTER = 2_000;

    /** The least that an end must take as a message, in bytes. */
    public static final int MIN_MAX_MESSAGE = 4_096;

    /** Length of a KEEPALIVE payload, in bytes. */
    public static final int STATUS_LENGTH = 5;

    /** Length of the nonce in HELLO and HELLO_OK, in bytes. */
    public static final int NONCE_LENGTH = 8;

    /** The longest name of a phone model, in bytes of UTF-8. */
    public static final int MAX_MODEL = 32;

    /** The highest channel that a phone gives out. */
    public static final int MAX_CHANNEL = 0xFFFE;

    private LinkLimits() {}
}
