package io.tetherkey.protocol.conformance.bank;

import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.seal.ChipIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What an enrolment needs beside the banks' keys. A profile keeps them as {@code directory.cbor} and, among {@code
 * bank/*.pem}, the key of each bank's issuing authority with its chain.
 *
 * @param directory the signed directory that lists the banks, by a root that the phone has pinned; empty if there is none
 * @param issuers who may issue chip certificates
 */
public record EnrolmentPapers(byte[] directory, List<ChipIssuer> issuers) {
    private static final long MOST_DIRECTORY = 32_768;

    public EnrolmentPapers {
        directory = directory.clone();
        issuers = List.copyOf(issuers);
    }

    /** No papers at all. */
    public static EnrolmentPapers none() {
        return new EnrolmentPapers(new byte[0], List.of());
    }

    /**
     * Reads a profile folder; what is not there is left out.
     *
     * @throws IOException if it has no readable {@code bank} folder
     */
    public static EnrolmentPapers read(Path profile) throws IOException {
        List<ChipIssuer> issuers = KeyFiles.read(profile, key -> ChipIssuer.of(key.pkcs8(), key.chain()));
        Path file = profile.resolve("directory.cbor");
        boolean there = Files.isRegularFile(file) && Files.size(file) <= MOST_DIRECTORY;
        return new EnrolmentPapers(there ? Files.readAllBytes(file) : new byte[0], issuers);
    }

    @Override
    public byte[] directory() {
        return directory.clone();
    }

    /** @throws NotRunException if there is no directory, or nobody who issues certificates of this bank */
    public ChipIssuer issuerOf(BankKey bank) throws NotRunException {
        if (directory.length == 0) {
            throw new NotRunException("no directory.cbor in the profile; its bank writes one when it starts");
        }
        return issuers.stream()
                .filter(issuer -> Arrays.equals(issuer.root(), bank.root()))
                .findFirst()
                .orElseThrow(() -> new NotRunException("the profile holds no issuing key of " + bank.bankId()));
    }
}
