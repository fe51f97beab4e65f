package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.phone.flash.FlashReport.Copies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Looks into a flash for developers: reads, tells no value, and can spoil one copy so that one sees it mended. */
public final class FlashInspection {
    /** Of a name, which may hold an order's number. */
    private static final int MOST_NAME = 20;

    private FlashInspection() {}

    /** @throws IOException if the medium cannot be read, FlashException if a whole frame holds what no phone wrote */
    public static FlashReport of(FlashMedium medium) throws IOException {
        byte[] content = medium.read().orElse(new byte[0]);
        NavigableMap<Long, Found> found = new TreeMap<>();
        int damaged = 0;
        int offset = 0;
        while (offset < content.length) {
            Optional<FlashFrame> frame = FlashFrame.at(content, offset);
            if (frame.isPresent()) {
                found.merge(frame.get().generation(), new Found(frame.get(), 1), Found::and);
                offset += frame.get().size();
            } else {
                damaged++;
                offset++;
            }
        }
        List<FlashReport.Frame> frames = found.values().stream()
                .map(each -> new FlashReport.Frame(each.frame.generation(), each.frame.size(), each.copies()))
                .toList();
        return new FlashReport(entries(found), frames, damaged, content.length);
    }

    /** A frame and how many whole copies of it were found. */
    private record Found(FlashFrame frame, int count) {
        Found and(Found other) {
            return new Found(frame, count + other.count);
        }

        Copies copies() {
            return count > 1 ? Copies.BOTH : Copies.ONE;
        }
    }

    private static List<FlashReport.Entry> entries(NavigableMap<Long, Found> found) throws FlashException {
        NavigableMap<FlashKey, FlashReport.Entry> entries = new TreeMap<>();
        for (Found each : found.values()) {
            for (FlashChange change : FlashBatch.decode(each.frame.payload())) {
                switch (change) {
                    case FlashChange.Put(FlashKey key, byte[] value) ->
                        entries.put(
                                key,
                                new FlashReport.Entry(
                                        key.type(), name(key), each.frame.generation(), value.length, each.copies()));
                    case FlashChange.Remove(FlashKey key) -> entries.remove(key);
                }
            }
        }
        return new ArrayList<>(entries.values());
    }

    private static String name(FlashKey key) {
        return key.id().length() <= MOST_NAME ? key.id() : key.id().substring(0, MOST_NAME) + "…";
    }

    /**
     * Flips one bit in the second copy of the newest frame, as a worn cell would.
     *
     * @throws IOException if the medium cannot be read or written
     */
    public static void damageOneCopy(FlashMedium medium) throws IOException {
        byte[] content = medium.read().orElse(new byte[0]);
        int last = -1;
        int offset = 0;
        while (offset < content.length) {
            Optional<FlashFrame> frame = FlashFrame.at(content, offset);
            last = frame.isPresent() ? offset : last;
            offset += frame.map(FlashFrame::size).orElse(1);
        }
        if (last > 0 && !of(medium).needsMending()) {
            content[content.length - 1] ^= 1;
            medium.replace(content);
        }
    }
}
