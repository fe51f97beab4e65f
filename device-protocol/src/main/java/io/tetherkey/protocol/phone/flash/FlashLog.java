package io.tetherkey.protocol.phone.flash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An append-only log of batches in which every frame is written twice. A frame that was cut while its first copy was
 * written is dropped when the log is opened, for nobody was told of it; a frame with one whole copy counts; a frame
 * whose both copies are damaged is an error and never skipped. Not thread-safe: its owner is the phone's thread.
 */
final class FlashLog {
    /** The log is written afresh when it has grown to this many bytes since the last time. */
    static final int COMPACT_AFTER = 512 * 1024;

    private final FlashMedium medium;
    private final NavigableMap<FlashKey, byte[]> entries = new TreeMap<>();
    private long base;
    private long generation;
    private long grown;
    /** Whether the medium still holds values that were replaced or removed, secrets among them. */
    private boolean holdsOldValues;

    private boolean failed;

    private FlashLog(FlashMedium medium) {
        this.medium = medium;
    }

    /** @throws FlashException if the medium fails or is damaged beyond its second copies */
    static FlashLog open(FlashMedium medium) throws FlashException {
        FlashLog log = new FlashLog(medium);
        try {
            Optional<byte[]> content = medium.read();
            if (content.isEmpty()) {
                log.compact();
                return log;
            }
            FlashScan scan = FlashScan.of(content.get());
            for (FlashFrame frame : scan.frames()) {
                log.apply(FlashBatch.decode(frame.payload()));
                log.base = frame.base();
                log.generation = frame.generation();
            }
            log.grown = content.get().length;
            // The power may have gone between an erasure and the writing afresh that follows it.
            if (scan.needsMending() || log.holdsOldValues || log.grown > COMPACT_AFTER) {
                log.compact();
            }
            return log;
        } catch (FlashException damaged) {
            throw damaged;
        } catch (IOException unreadable) {
            throw new FlashException("the flash cannot be read", unreadable);
        }
    }

    Optional<byte[]> get(FlashKey key) {
        byte[] value = entries.get(key);
        return value == null ? Optional.empty() : Optional.of(value.clone());
    }

    /** The entries of one type in the order of their ids. */
    List<byte[]> all(RecordType type) {
        List<byte[]> values = new ArrayList<>();
        entries.forEach((key, value) -> {
            if (key.type() == type) {
                values.add(value.clone());
            }
        });
        return values;
    }

    /** The ids of one type that begin with a prefix. */
    List<String> ids(RecordType type, String prefix) {
        return entries.keySet().stream()
                .filter(key -> key.type() == type && key.id().startsWith(prefix))
                .map(FlashKey::id)
                .toList();
    }

    /**
     * Makes the changes durable, all or none, before it returns.
     *
     * @throws FlashException if the medium failed; the log is then unusable until it is opened again
     */
    void write(List<FlashChange> changes) throws FlashException {
        requireUsable();
        byte[] frame = new FlashFrame(base, generation + 1, FlashBatch.encode(changes)).encode();
        try {
            medium.append(frame);
            medium.append(frame);
        } catch (IOException e) {
            failed = true;
            throw new FlashException("the flash cannot be written", e);
        }
        generation++;
        grown += 2L * frame.length;
        apply(changes);
        if (grown > COMPACT_AFTER) {
            compact();
        }
    }

    /** Writes the file afresh with the live entries only, so that what was replaced or removed is no longer in it. */
    void compact() throws FlashException {
        requireUsable();
        List<FlashChange> live = new ArrayList<>();
        entries.forEach((key, value) -> live.add(new FlashChange.Put(key, value)));
        byte[] frame = new FlashFrame(generation + 1, generation + 1, FlashBatch.encode(live)).encode();
        byte[] content = new byte[2 * frame.length];
        System.arraycopy(frame, 0, content, 0, frame.length);
        System.arraycopy(frame, 0, content, frame.length, frame.length);
        try {
            medium.replace(content);
        } catch (IOException e) {
            failed = true;
            throw new FlashException("the flash cannot be written", e);
        }
        generation++;
        base = generation;
        grown = 0;
        holdsOldValues = false;
    }

    /** Forgets every other entry; the file is written afresh at once, so all goes or nothing. */
    void keepOnly(FlashKey kept) throws FlashException {
        entries.keySet().retainAll(Set.of(kept));
        compact();
    }

    private void apply(List<FlashChange> changes) {
        for (FlashChange change : changes) {
            byte[] old = switch (change) {
                case FlashChange.Put(FlashKey key, byte[] value) -> entries.put(key, value);
                case FlashChange.Remove(FlashKey key) -> entries.remove(key);
            };
            holdsOldValues |= old != null;
        }
    }

    private void requireUsable() throws FlashException {
        if (failed) {
            throw new FlashException("the flash failed and has not been opened again");
        }
    }
}
