package io.tetherkey.protocol.phone.chip;

import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.FlashUpdate;
import io.tetherkey.protocol.phone.flash.KeyRecord;
import io.tetherkey.protocol.seal.KeyPairBytes;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.ResponseKeys;
import io.tetherkey.protocol.seal.Suite;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

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
        return make(slotId, suite, random.bytes(ResponseKeys.LENGTH), FlashUpdate::put);
    }

    @Override
    public byte[] makeNextKey(String slotId, Suite suite) throws FlashException {
        return make(slotId, suite, random.bytes(ResponseKeys.LENGTH), FlashUpdate::putNext);
    }

    @Override
    public byte[] renewKey(String slotId) throws FlashException {
        KeyRecord own = key(slotId);
        return make(slotId, suite(own), own.slotSecret(), FlashUpdate::putNext);
    }

    /** The secret is zeroed. */
    private byte[] make(
            String slotId, Suite suite, byte[] secret, BiFunction<FlashUpdate, KeyRecord, FlashUpdate> place)
            throws FlashException {
        KeyPairBytes pair = suite.generateKeyPair(random);
        byte[] pkcs8 = pair.pkcs8();
        try {
            place.apply(flash.update(), new KeyRecord(slotId, suite.id(), pkcs8, pair.spki(), secret))
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
    public Optional<byte[]> nextKey(String slotId) throws FlashException {
        return flash.nextKey(slotId).map(KeyRecord::spki);
    }

    @Override
    public byte[] sign(String slotId, byte[] toBeSigned) throws FlashException {
        return sign(key(slotId), toBeSigned);
    }

    @Override
    public byte[] signWithNext(String slotId, byte[] toBeSigned) throws FlashException {
        return sign(next(slotId), toBeSigned);
    }

    private static byte[] sign(KeyRecord key, byte[] toBeSigned) {
        byte[] pkcs8 = key.pkcs8();
        try {
            return suite(key).sign(pkcs8, toBeSigned);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    @Override
    public byte[] responseKey(String slotId, char[] paymentKey) throws FlashException {
        return responseKey(key(slotId), paymentKey);
    }

    @Override
    public byte[] responseKeyOfNext(String slotId, char[] paymentKey) throws FlashException {
        return responseKey(next(slotId), paymentKey);
    }

    private static byte[] responseKey(KeyRecord key, char[] paymentKey) {
        byte[] secret = key.slotSecret();
        try {
            return ResponseKeys.derive(secret, paymentKey);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public void promote(String slotId) throws FlashException {
        Optional<KeyRecord> next = flash.nextKey(slotId);
        if (next.isPresent()) {
            flash.update().promoteKey(next.get()).commit();
            flash.scrub();
        }
    }

    @Override
    public void dropNext(String slotId) throws FlashException {
        if (flash.nextKey(slotId).isPresent()) {
            flash.update().eraseNextKey(slotId).commit();
            flash.scrub();
        }
    }

    @Override
    public void erase(String slotId) throws FlashException {
        flash.update().eraseKey(slotId).eraseNextKey(slotId).commit();
        flash.scrub();
    }

    private static Suite suite(KeyRecord key) {
        return Suite.fromId(key.suite()).orElseThrow();
    }

    private KeyRecord key(String slotId) throws FlashException {
        return flash.key(slotId).orElseThrow(() -> new IllegalStateException("slot " + slotId + " has no key"));
    }

    private KeyRecord next(String slotId) throws FlashException {
        return flash.nextKey(slotId)
                .orElseThrow(() -> new IllegalStateException("slot " + slotId + " has no next key"));
    }
}
