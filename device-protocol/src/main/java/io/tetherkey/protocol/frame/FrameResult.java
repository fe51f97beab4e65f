package io.tetherkey.protocol.frame;

import io.tetherkey.protocol.message.StatusCode;

/** What became of the bytes between two delimiters. */
public sealed interface FrameResult {

    /** A frame that keeps the layout. */
    record Accepted(Frame frame) implements FrameResult {}

    /** Noise: nobody is told, and whoever misses an answer sends again. */
    record Ignored(Reason reason) implements FrameResult {}

    /** A frame that arrived undamaged and breaks the layout: its sender is told. */
    record Failed(StatusCode status, int channel, long messageId) implements FrameResult {}

    /** Why bytes were ignored. */
    enum Reason {
        /** Two delimiters in a row: padding. */
        EMPTY,
        /** Longer than any frame. */
        TOO_LONG,
        /** Shorter than any frame. */
        TOO_SHORT,
        /** Not COBS. */
        BAD_STUFFING,
        /** Damaged, or never a frame. */
        BAD_CHECKSUM
    }
}
