package io.tetherkey.protocol.conformance.bank;

import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.VerifiedCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The banks that the kit can play, sorted by suite. A profile keeps them in {@code bank/*.pem}, each a PKCS #8 key and
 * its chain from the leaf to the root (RFC 7468); files for another purpose than a bank's are passed over.
 */
public record BankKeys(List<BankKey> all) {
    public BankKeys {
        all = all.stream()
                .sorted(Comparator.comparing(
                                (BankKey key) -> key.signer().suite().id())
                        .thenComparing(BankKey::bankId))
                .toList();
    }

    /** No bank at all. */
    public static BankKeys none() {
        return new BankKeys(List.of());
    }

    /**
     * Reads a profile folder.
     *
     * @throws IOException if it has no readable {@code bank} folder
     */
    public static BankKeys read(Path profile, Instant now) throws IOException {
        return new BankKeys(KeyFiles.read(profile, key -> bank(key, now)));
    }

    /** Empty if the leaf is not a bank's certificate that holds now. */
    private static Optional<BankKey> bank(KeyFiles.KeyWithChain key, Instant now) {
        List<byte[]> withoutRoot = key.chain().subList(0, key.chain().size() - 1);
        byte[] root = key.chain().getLast();
        try {
            VerifiedCertificate leaf = Certificates.verify(withoutRoot, root, CertificatePurpose.BANK, now);
            return Optional.of(new BankKey(leaf.commonName(), leaf.suite().signer(key.pkcs8(), withoutRoot), root));
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }

    /** The bank with this id. */
    public Optional<BankKey> of(String bankId) {
        return all.stream().filter(key -> key.bankId().equals(bankId)).findFirst();
    }
}
