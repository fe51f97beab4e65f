package io.tetherkey.protocol.trust;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The banks that the app may call and the root of the merchants whose orders it believes.
 *
 * @param version grows with each issue; an older one is refused
 * @param issuedAt to the second
 * @param expiresAt to the second; not used from then on
 * @param demo whether every window must say DEMO
 * @param banks at most 64, each id once
 * @param merchantRoot root of the merchants' certificates, DER
 */
public record Directory(
        long version, Instant issuedAt, Instant expiresAt, boolean demo, List<BankEntry> banks, byte[] merchantRoot) {
    private static final int FORMAT = 1;
    private static final int MOST_BANKS = 64;
    private static final int MOST_CERTIFICATE = 8_192;
    private static final long LAST_SECOND = 253_402_300_799L;

    public Directory {
        banks = List.copyOf(banks);
        merchantRoot = merchantRoot.clone();
        if (banks.stream().map(BankEntry::bankId).distinct().count() != banks.size()) {
            throw new IllegalArgumentException("directory lists a bank twice");
        }
    }

    @Override
    public byte[] merchantRoot() {
        return merchantRoot.clone();
    }

    public Optional<BankEntry> bank(String bankId) {
        return banks.stream().filter(b -> b.bankId().equals(bankId)).findFirst();
    }

    byte[] encode() {
        return new CborMapWriter()
                .put(1, FORMAT)
                .put(2, version)
                .put(3, issuedAt.getEpochSecond())
                .put(4, expiresAt.getEpochSecond())
                .put(5, demo)
                .put(
                        6,
                        new CborValue.Array(
                                banks.stream().map(BankEntry::toCbor).toList()))
                .put(7, merchantRoot)
                .encode();
    }

    static Directory decode(byte[] payload) throws CborException {
        var in = CborMapReader.of(payload);
        in.integer(1, FORMAT, FORMAT);
        long version = in.integer(2, 1, Long.MAX_VALUE);
        var issuedAt = Instant.ofEpochSecond(in.integer(3, 0, LAST_SECOND));
        var expiresAt = Instant.ofEpochSecond(in.integer(4, 0, LAST_SECOND));
        boolean demo = in.bool(5);
        List<BankEntry> banks = new ArrayList<>();
        for (CborValue item : in.array(6, MOST_BANKS)) {
            banks.add(BankEntry.fromCbor(item));
        }
        byte[] merchantRoot = in.bytes(7, 1, MOST_CERTIFICATE);
        in.end();
        try {
            return new Directory(version, issuedAt, expiresAt, demo, banks, merchantRoot);
        } catch (IllegalArgumentException e) {
            throw new CborException("directory lists a bank twice");
        }
    }
}
