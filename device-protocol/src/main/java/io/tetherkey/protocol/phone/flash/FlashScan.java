package io.tetherkey.protocol.phone.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What reading a log found: its frames in order, each once, and whether the file has to be written afresh because one
 * of two copies was damaged or the last write was cut.
 */
record FlashScan(List<FlashFrame> frames, boolean needsMending) {
    FlashScan {
        frames = List.copyOf(frames);
    }

    /** @throws FlashException if a generation is missing, that is if both of its copies are damaged */
    static FlashScan of(byte[] content) throws FlashException {
        List<FlashFrame> frames = new ArrayList<>();
        boolean mend = false;
        int copies = 2;
        int offset = 0;
        while (offset < content.length) {
            Optional<FlashFrame> found = FlashFrame.at(content, offset);
            if (found.isEmpty()) {
                mend = true;
                int secondCopy = copies == 1 ? frames.getLast().size() : 0;
                offset = nextFrame(content, offset, secondCopy);
                continue;
            }
            FlashFrame frame = found.get();
            long last = frames.isEmpty() ? frame.base() - 1 : frames.getLast().generation();
            if (frame.generation() == last + 1) {
                mend |= copies != 2;
                copies = 1;
                frames.add(frame);
            } else if (frame.generation() == last) {
                copies++;
            } else {
                throw new FlashException("the flash is damaged: generation " + (last + 1) + " is missing");
            }
            offset += frame.size();
        }
        if (frames.isEmpty()) {
            throw new FlashException("the flash is damaged: it holds no whole record");
        }
        return new FlashScan(frames, mend || copies != 2);
    }

    /** The next whole frame, or the end if what is left is a cut write or a spoilt second copy; else it is damage. */
    private static int nextFrame(byte[] content, int from, int secondCopy) throws FlashException {
        for (int i = from + 1; i < content.length; i++) {
            if (FlashFrame.at(content, i).isPresent()) {
                return i;
            }
        }
        if (content.length - from > secondCopy && !FlashFrame.mayBeTorn(content, from)) {
            throw new FlashException("the flash is damaged at byte " + from + " of " + content.length);
        }
        return content.length;
    }
}
