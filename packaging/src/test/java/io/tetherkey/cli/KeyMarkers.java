package io.tetherkey.cli;

import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.KeyRecord;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.seal.ResponseKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The keys of a profile's phone as a log could hold them: in hexadecimal, in both forms of base64, as a Java array. */
final class KeyMarkers {
    /** So many bytes of a key are nowhere by chance. */
    private static final int ENOUGH = 15;

    private KeyMarkers() {}

    /** Nothing if the profile has no phone. */
    static List<String> of(Path profile) throws FlashException {
        Path file = profile.resolve("phone").resolve("flash.bin");
        List<String> markers = new ArrayList<>();
        if (Files.exists(file)) {
            FlashStore flash = FlashStore.open(new FileFlashMedium(file));
            for (SlotRecord slot : flash.slots()) {
                flash.key(slot.slotId()).ifPresent(key -> add(key, markers));
            }
        }
        return markers;
    }

    private static void add(KeyRecord key, List<String> markers) {
        add(key.slotSecret(), markers);
        add(ResponseKeys.derive(key.slotSecret(), "135790".toCharArray()), markers);
        byte[] pkcs8 = key.pkcs8();
        // Behind the header, which every key of a suite shares, and before the public key.
        add(Arrays.copyOfRange(pkcs8, 36, 36 + ENOUGH), markers);
    }

    private static void add(byte[] key, List<String> markers) {
        byte[] part = Arrays.copyOf(key, ENOUGH);
        markers.add(HexFormat.of().formatHex(part));
        markers.add(HexFormat.of().withUpperCase().formatHex(part));
        markers.add(Base64.getEncoder().encodeToString(part));
        markers.add(Base64.getUrlEncoder().encodeToString(part));
        String array = Arrays.toString(part);
        markers.add(array.substring(1, array.length() - 1));
    }
}
