package io.tetherkey.desktop.app;

import io.tetherkey.desktop.file.PrivateFolder;
import io.tetherkey.desktop.handoff.SingleInstance;
import io.tetherkey.desktop.history.sqlite.SqliteHistory;
import io.tetherkey.desktop.support.Probe;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.host.CableLibraries;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.SuiteSelfCheck;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.typeface.ChineseTypeface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the self-test tries: the profile, the directory, cryptography, libraries, and the way to each bank. */
final class SelfTestProbes {

    private static final Logger LOG = LoggerFactory.getLogger(SelfTestProbes.class);
    private static final String NO_ORDER = "0".repeat(32);

    private final Profile profile;
    private final BankClient banks;
    private final Clock clock;

    SelfTestProbes(Profile profile, BankClient banks, Clock clock) {
        this.profile = profile;
        this.banks = banks;
        this.clock = clock;
    }

    /** All of them, in the order in which they are tried. */
    List<Probe> all(List<BankEntry> listed) {
        List<Probe> all = new ArrayList<>();
        all.add(Probe.of("profile", this::profileFolder));
        all.add(Probe.of("directory", this::directory));
        for (Suite suite : Suite.values()) {
            all.add(Probe.of("suite-" + suite.id(), () -> suite(suite)));
        }
        all.add(Probe.of("database", this::database));
        all.add(Probe.of("usb", () -> CableLibraries.usb().map(why -> Fault.LIBRARY_MISSING)));
        all.add(Probe.of("serial", () -> CableLibraries.serial().map(why -> Fault.LIBRARY_MISSING)));
        all.add(Probe.of("typeface", () -> amiss(ChineseTypeface.isThere(), Fault.TYPEFACE_MISSING)));
        all.add(Probe.of("socket", () -> amiss(SingleInstance.listens(profile.desktop()), Fault.HANDOVER_CLOSED)));
        listed.forEach(bank -> all.add(new Probe("bank", Optional.of(bank), () -> reach(bank))));
        return all;
    }

    private static Optional<Fault> amiss(boolean good, Fault otherwise) {
        return good ? Optional.empty() : Optional.of(otherwise);
    }

    /** Writes a file and takes it away; nobody else may enter. */
    private Optional<Fault> profileFolder() {
        try {
            PrivateFolder.create(profile.desktop());
            Path file = Files.createTempFile(profile.desktop(), "self-test", ".tmp");
            Files.delete(file);
            return amiss(isPrivate(profile.desktop()), Fault.PROFILE_UNUSABLE);
        } catch (IOException e) {
            LOG.warn("the profile folder cannot be written", e);
            return Optional.of(Fault.PROFILE_UNUSABLE);
        }
    }

    private static boolean isPrivate(Path folder) throws IOException {
        return !PrivateFolder.posix(folder)
                || Set.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE)
                        .containsAll(Files.getPosixFilePermissions(folder));
    }

    private Optional<Fault> directory() {
        return switch (DirectoryFile.read(profile, clock)) {
            case DirectoryFile.Reading.Good ignored -> Optional.empty();
            case DirectoryFile.Reading.Bad(Fault why) -> Optional.of(why);
        };
    }

    private static Optional<Fault> suite(Suite suite) {
        return amiss(SuiteSelfCheck.holds(suite, RandomSource.secure()), Fault.CRYPTO_WRONG);
    }

    private Optional<Fault> database() {
        try (SqliteHistory history = SqliteHistory.open(profile.history())) {
            history.all();
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("the store of past payments cannot be read", e);
            return Optional.of(Fault.STORE_DAMAGED);
        }
    }

    /** Asks for an order that no shop makes: whatever the bank says of it, it is there and proved who it is. */
    private Optional<Fault> reach(BankEntry bank) throws InterruptedException {
        return banks.call(bank, new BankCall.AskStatus(NO_ORDER)) instanceof BankReply.Unreachable(Fault why)
                ? Optional.of(why)
                : Optional.empty();
    }
}
