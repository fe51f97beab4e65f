package io.tetherkey.bank.server;

import io.tetherkey.bank.ca.CertificateAuthority;
import io.tetherkey.bank.ca.CertificateProfile;
import io.tetherkey.bank.ca.Credential;
import io.tetherkey.bank.ca.KeyAlgorithm;
import io.tetherkey.bank.ca.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of the demo, each in a PEM file. The keys of the roots are not kept: what they had to sign is signed.
 *
 * @param banks by bank id
 */
record DemoKeys(Credential directory, Credential merchant, Credential tls, Map<String, BankKeys> banks) {

    /** What one bank signs with. */
    record BankKeys(Credential issuing, Credential signing) {}

    private static final KeyAlgorithm COMMON = KeyAlgorithm.ECDSA_P256;
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");
    private static final String DEMO = ",O=TetherKey DEMO";

    static DemoKeys create(Clock clock, SecureRandom random) {
        var banks = new HashMap<String, BankKeys>();
        for (var bank : DemoBank.ALL) {
            var root = root(bank.nameEn() + " root", KeyAlgorithm.of(bank.suite()), clock, random);
            var issuing = root.issueAuthority("CN=" + bank.nameEn() + " issuing" + DEMO);
            var signing =
                    issuing.issueWithNewKey("CN=" + bank.bankId() + DEMO, CertificateProfile.BANK_SIGNING, List.of());
            banks.put(bank.bankId(), new BankKeys(issuing.credential(), signing));
        }
        return new DemoKeys(
                root("Directory root", COMMON, clock, random)
                        .issueWithNewKey("CN=directory" + DEMO, CertificateProfile.DIRECTORY, List.of()),
                root("Merchant root", COMMON, clock, random)
                        .issueWithNewKey("CN=" + DemoShop.MERCHANT_ID + DEMO, CertificateProfile.MERCHANT, List.of()),
                root("TLS root", COMMON, clock, random)
                        .issueWithNewKey("CN=localhost" + DEMO, CertificateProfile.TLS_SERVER, HOSTS),
                Map.copyOf(banks));
    }

    private static CertificateAuthority root(String name, KeyAlgorithm algorithm, Clock clock, SecureRandom random) {
        return CertificateAuthority.createRoot("CN=" + name + DEMO, algorithm, clock, random);
    }

    void write(Path folder) throws IOException {
        for (var file : files(folder)) {
            KeyFile.write(file.path(), file.credential());
        }
    }

    private record NamedKey(Path path, Credential credential) {}

    private List<NamedKey> files(Path folder) {
        var files = new ArrayList<NamedKey>();
        files.add(new NamedKey(folder.resolve("directory.pem"), directory));
        files.add(new NamedKey(folder.resolve("merchant.pem"), merchant));
        files.add(new NamedKey(folder.resolve("tls.pem"), tls));
        banks.forEach((id, keys) -> {
            files.add(new NamedKey(folder.resolve(id + "-issuing.pem"), keys.issuing()));
            files.add(new NamedKey(folder.resolve(id + "-signing.pem"), keys.signing()));
        });
        return files;
    }

    static DemoKeys read(Path folder) throws IOException {
        var banks = new HashMap<String, BankKeys>();
        for (var bank : DemoBank.ALL) {
            banks.put(
                    bank.bankId(),
                    new BankKeys(
                            KeyFile.read(folder.resolve(bank.bankId() + "-issuing.pem")),
                            KeyFile.read(folder.resolve(bank.bankId() + "-signing.pem"))));
        }
        return new DemoKeys(
                KeyFile.read(folder.resolve("directory.pem")),
                KeyFile.read(folder.resolve("merchant.pem")),
                KeyFile.read(folder.resolve("tls.pem")),
                Map.copyOf(banks));
    }

    BankKeys bank(DemoBank bank) {
        return Optional.ofNullable(banks.get(bank.bankId())).orElseThrow();
    }

    @Override
    public String toString() {
        return "DemoKeys" + banks.keySet();
    }
}
