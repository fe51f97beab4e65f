package io.tetherkey.protocol.phone.chip;

import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.KeyRecord;
import io.tetherkey.protocol.seal.KeyPairBytes;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.ResponseKeys;
import io.tetherkey.protocol.seal.Suite;
import java.util.Arrays;

/**
 * A chip in software, for the virtual phone: its keys lie unencrypted in the flash, so it protects nothing from whoever
 * can read that file. A real phone puts its secure element behind {@link CryptoChip}.
 */
public final class SoftwareChip implements CryptoChip {
    private final FlashStore flash;
    private final RandomSource random;

    public SoftwareChip(FlashStore flash, RandomSource random) {
        this.flash = flash;
        this.random = random;
    }

    @Override
    public byte[] makeKey(String slotId, Suite suite) throws FlashException {
        KeyPairBytes pair = suite.generateKeyPair(random);
        byte[] pkcs8 = pair.pkcs8();
        byte[] secret = random.bytes(ResponseKeys.LENGTH);
        try {
            flash.update()
                    .put(new KeyRecord(slotId, suite.id(), pkcs8, pair.spki(), secret))
                    .commit();
            return pair.spki();
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public boolean holdsKey(String slotId) throws FlashException {
        return flash.key(slotId).isPresent();
    }

    @Override
    public byte[] publicKey(String slotId) throws FlashException {
        return key(slotId).spki();
    }

    @Override
    public byte[] sign(String slotId, byte[] toBeSigned) throws FlashException {
        KeyRecord key = key(slotId);
        byte[] pkcs8 = key.pkcs8();
        try {
            return Suite.fromId(key.suite()).orElseThrow().sign(pkcs8, toBeSigned);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    @Override
    public byte[] responseKey(String slotId, char[] paymentKey) throws FlashException {
        byte[] secret = key(slotId).slotSecret();
        try {
            return ResponseKeys.derive(secret, paymentKey);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public void erase(String slotId) throws FlashException {
        flash.update().eraseKey(slotId).commit();
        flash.scrub();
    }

    private KeyRecord key(String slotId) throws FlashException {
        return flash.key(slotId).orElseThrow(() -> new IllegalStateException("slot " + slotId + " has no key"));
    }
}
