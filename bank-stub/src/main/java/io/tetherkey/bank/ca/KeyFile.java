package io.tetherkey.bank.ca;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * One credential in a PEM file (RFC 7468): the key as PKCS #8, then its chain, the leaf first.
 *
 * <p>The file's mode and its folder keep others out, and the profile is marked DEMO. A real bank keeps these keys in a
 * hardware module.
 */
public final class KeyFile {

    private KeyFile() {}

    /** Writes the credential, readable by the owner only; the file appears whole or not at all. */
    public static void write(Path file, Credential credential) throws IOException {
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        createPrivate(temporary);
        try (var out = Files.newOutputStream(temporary)) {
            write(out, credential);
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot write the key file " + file, e);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(OutputStream out, Credential credential) throws IOException, GeneralSecurityException {
        var pem = new PemWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        pem.writeObject(new PemObject("PRIVATE KEY", credential.key().getEncoded()));
        for (var certificate : credential.chain()) {
            pem.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
        }
        pem.flush();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is missing, or holds something else than one key and its chain
     */
    public static Credential read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("The key file " + file + " is missing");
        }
        try (var in = new PEMParser(Files.newBufferedReader(file, StandardCharsets.US_ASCII))) {
            if (!(in.readObject() instanceof PrivateKeyInfo key)) {
                throw new IOException("No key in " + file);
            }
            return new Credential(key(key), chain(in));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("Cannot read the key file " + file, e);
        }
    }

    private static PrivateKey key(PrivateKeyInfo info) throws IOException {
        return new JcaPEMKeyConverter().setProvider(KeyAlgorithm.PROVIDER).getPrivateKey(info);
    }

    private static List<X509Certificate> chain(PEMParser in) throws IOException, GeneralSecurityException {
        var chain = new ArrayList<X509Certificate>();
        while (in.readObject() instanceof X509CertificateHolder certificate) {
            chain.add(new JcaX509CertificateConverter()
                    .setProvider(KeyAlgorithm.PROVIDER)
                    .getCertificate(certificate));
        }
        return chain;
    }

    private static void createPrivate(Path file) throws IOException {
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
