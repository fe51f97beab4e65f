package io.tetherkey.protocol.phone.flash;

import java.util.List;

/**
 * What a flash looks like from outside: which records it holds and how well its frames are kept, and nothing of what is
 * in them.
 *
 * @param entries the live records, by type and name
 * @param frames as they stand in the log, the oldest first
 * @param damagedBytes that belong to no whole frame
 * @param size of the whole log, in bytes
 */
public record FlashReport(List<Entry> entries, List<Frame> frames, int damagedBytes, int size) {
    public FlashReport {
        entries = List.copyOf(entries);
        frames = List.copyOf(frames);
    }

    /**
     * One live record.
     *
     * @param name what tells it from others of its type, without any value; the beginning of it where it is long
     * @param generation of the write that made it what it is
     * @param size of its value, in bytes; all that is told of a key
     */
    public record Entry(RecordType type, String name, long generation, int size, Copies copies) {}

    /**
     * One write.
     *
     * @param size of one copy, in bytes
     */
    public record Frame(long generation, int size, Copies copies) {}

    /** How many of a frame's two copies are whole. */
    public enum Copies {
        BOTH,
        ONE
    }

    /** Bytes of the live values. */
    public int live() {
        return entries.stream().mapToInt(Entry::size).sum();
    }

    /** Bytes that may still be written before the log is written afresh. */
    public int free() {
        return Math.max(0, FlashLog.COMPACT_AFTER - size);
    }

    /** Whether a copy is damaged; the next start mends it from the other one. */
    public boolean needsMending() {
        return damagedBytes > 0 || frames.stream().anyMatch(frame -> frame.copies() == Copies.ONE);
    }
}
