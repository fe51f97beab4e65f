package io.tetherkey.protocol.phone.flash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A medium in memory whose power can be cut before, in the middle of, or after its n-th write. */
@NullMarked
public final class CuttableMedium implements FlashMedium {
    /** Where in a write the power goes. */
    public enum Cut {
        BEFORE,
        TORN,
        AFTER
    }

    private byte @Nullable [] content;
    private int writes;
    private int cutAt = Integer.MAX_VALUE;
    private Cut cut = Cut.BEFORE;
    private int tornBytes = -1;
    private int tornQuarters = 2;
    private boolean cutsRecovery;
    private boolean dark;

    /** Arms the cut for the n-th write from now, the next one being 1. */
    public void cutAt(int write, Cut where) {
        writes = 0;
        cutAt = write;
        cut = where;
        tornBytes = -1;
        tornQuarters = 2;
        cutsRecovery = false;
    }

    /** Arms a cut that leaves one byte (0), a quarter (1), half (2), three quarters (3) or all but one byte (4). */
    public void tearAtQuarter(int write, int quarters) {
        cutAt(write, Cut.TORN);
        tornQuarters = quarters;
    }

    /** Arms a cut in the n-th write and another one in the first write after power is back. */
    public void cutWithItsRecovery(int write, Cut where) {
        cutAt(write, where);
        cutsRecovery = true;
    }

    /** Arms a cut that leaves exactly this many bytes of the n-th write. */
    void tearAt(int write, int bytes) {
        cutAt(write, Cut.TORN);
        tornBytes = bytes;
    }

    /** Power is back. */
    public void powerOn() {
        boolean again = dark && cutsRecovery;
        dark = false;
        cutAt(again ? 1 : Integer.MAX_VALUE, Cut.TORN);
    }

    public int writes() {
        return writes;
    }

    public boolean isDark() {
        return dark;
    }

    public byte[] content() {
        return content == null ? new byte[0] : content.clone();
    }

    public void setContent(byte[] bytes) {
        content = bytes.clone();
    }

    @Override
    public Optional<byte[]> read() {
        return content == null ? Optional.empty() : Optional.of(content.clone());
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        int kept = keptBytes(bytes.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(content());
        out.write(bytes, 0, kept);
        content = out.toByteArray();
        failIfDark();
    }

    @Override
    public void replace(byte[] bytes) throws IOException {
        if (keptBytes(bytes.length) == bytes.length) {
            content = bytes.clone();
        }
        failIfDark();
    }

    private int keptBytes(int length) throws IOException {
        failIfDark();
        writes++;
        if (writes != cutAt) {
            return length;
        }
        dark = true;
        return switch (cut) {
            case BEFORE -> 0;
            case TORN -> tornBytes >= 0 ? tornBytes : Math.clamp((long) length * tornQuarters / 4, 1, length - 1);
            case AFTER -> length;
        };
    }

    private void failIfDark() throws IOException {
        if (dark) {
            throw new IOException("power cut");
        }
    }
}
