package io.tetherkey.protocol.conformance.bank;

import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.VerifiedCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The banks that the kit can play, sorted by suite. A profile keeps them in {@code bank/*.pem}, each a PKCS #8 key and
 * its chain from the leaf to the root (RFC 7468); files for another purpose than a bank's are passed over.
 */
public record BankKeys(List<BankKey> all) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);
    private static final int MOST_FILE = 256 * 1024;

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
        List<BankKey> keys = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(profile.resolve("bank"), "*.pem")) {
            for (Path file : files) {
                if (Files.size(file) <= MOST_FILE) {
                    parse(Files.readString(file, StandardCharsets.US_ASCII), now)
                            .ifPresent(keys::add);
                }
            }
        }
        return new BankKeys(keys);
    }

    /** The bank in a PEM text, or empty if its leaf is not a bank's certificate that holds now. */
    static Optional<BankKey> parse(String pem, Instant now) {
        List<byte[]> chain = new ArrayList<>();
        byte[] pkcs8 = {};
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            byte[] der = Base64.getMimeDecoder().decode(blocks.group(2));
            if (blocks.group(1).equals("PRIVATE KEY")) {
                pkcs8 = der;
            } else if (blocks.group(1).equals("CERTIFICATE")) {
                chain.add(der);
            }
        }
        try {
            return pkcs8.length == 0 || chain.size() < 2 ? Optional.empty() : bank(pkcs8, chain, now);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static Optional<BankKey> bank(byte[] pkcs8, List<byte[]> chain, Instant now) {
        List<byte[]> withoutRoot = chain.subList(0, chain.size() - 1);
        try {
            VerifiedCertificate leaf = Certificates.verify(withoutRoot, chain.getLast(), CertificatePurpose.BANK, now);
            return Optional.of(
                    new BankKey(leaf.commonName(), leaf.suite().signer(pkcs8, withoutRoot), chain.getLast()));
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }

    /** The bank with this id. */
    public Optional<BankKey> of(String bankId) {
        return all.stream().filter(key -> key.bankId().equals(bankId)).findFirst();
    }
}
