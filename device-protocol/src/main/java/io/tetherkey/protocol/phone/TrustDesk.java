package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.TrustedComputer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The computers that this phone trusts. A handle is the beginning of the hash that the flash keeps of a computer's id. */
record TrustDesk(FlashStore flash) {
    private static final int MOST_LISTED = 64;

    boolean trusts(byte[] idHash) throws FlashException {
        return flash.trusts(idHash);
    }

    void trust(Foreground.TrustAsked asked, Instant now) throws FlashException {
        flash.update()
                .put(new TrustedComputer(asked.idHash(), asked.claimedName(), now))
                .commit();
    }

    List<ComputerInfo> list(Carrier asking) throws FlashException {
        return flash.computers().stream()
                .limit(MOST_LISTED)
                .map(known -> new ComputerInfo(
                        handle(known),
                        known.name(),
                        known.since(),
                        Arrays.equals(known.idHash(), asking.computerHash())))
                .toList();
    }

    /** @return the hash of the computer that is not trusted any more; empty if there was none of this handle */
    Optional<byte[]> revoke(byte[] handle) throws FlashException {
        for (TrustedComputer known : flash.computers()) {
            if (Arrays.equals(handle(known), handle)) {
                flash.update().forgetComputer(known.idHash()).commit();
                flash.scrub();
                return Optional.of(known.idHash());
            }
        }
        return Optional.empty();
    }

    private static byte[] handle(TrustedComputer computer) {
        return Arrays.copyOf(computer.idHash(), ComputerInfo.HANDLE);
    }
}
