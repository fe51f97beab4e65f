package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pending payment in one file, replaced atomically.
 *
 * <p>A CBOR map: 1 version, 2 signed order, 3 started at (seconds), 4 bank id, 5 delivered, 6 stage, 7 kind of call (0
 * login needed, 1 for the bank, 2 for the phone), and for kinds 1 and 2 also 8 session id and 9 message.
 */
public final class PendingFile implements PendingStore {

    private static final Logger LOG = LoggerFactory.getLogger(PendingFile.class);
    private static final int VERSION = 1;
    private static final int MOST_BYTES = 65_536;
    private static final int SESSION_ID_BYTES = 16;

    private final Path file;

    public PendingFile(Path file) {
        this.file = file;
    }

    @Override
    public void save(PendingPayment pending) throws IOException {
        AtomicFile.write(file, encode(pending));
    }

    @Override
    public Optional<PendingPayment> load() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(decode(Files.readAllBytes(file)));
        } catch (CborException e) {
            LOG.warn("the pending payment is damaged and was set aside", e);
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        }
    }

    @Override
    public void erase() throws IOException {
        Files.deleteIfExists(file);
    }

    static byte[] encode(PendingPayment pending) {
        var map = new CborMapWriter()
                .put(1, VERSION)
                .put(2, pending.signedOrder())
                .put(3, pending.startedAt().getEpochSecond())
                .put(4, pending.bankId())
                .put(5, pending.delivered())
                .put(6, pending.stage().code());
        return switch (pending.call()) {
            case PendingCall.LoginNeeded() -> map.put(7, 0).encode();
            case PendingCall.ForBank(BankCall.Deliver call) ->
                map.put(7, 1).put(8, call.sessionId()).put(9, call.message()).encode();
            case PendingCall.ForPhone(PhoneCall.Relay call) ->
                map.put(7, 2).put(8, call.sessionId()).put(9, call.message()).encode();
        };
    }

    static PendingPayment decode(byte[] bytes) throws CborException {
        var in = CborMapReader.of(bytes);
        in.integer(1, VERSION, VERSION);
        var pending = new PendingPayment(
                in.bytes(2, 1, MOST_BYTES),
                Instant.ofEpochSecond(in.integer(3, 0, Integer.MAX_VALUE * 64L)),
                in.text(4, 64),
                (int) in.integer(5, 0, Integer.MAX_VALUE),
                Stage.fromCode((int) in.integer(6, 0, 255)).orElseThrow(() -> new CborException("unknown stage")),
                call(in));
        in.end();
        return pending;
    }

    private static PendingCall call(CborMapReader in) throws CborException {
        long kind = in.integer(7, 0, 2);
        if (kind == 0) {
            return new PendingCall.LoginNeeded();
        }
        byte[] sessionId = in.bytes(8, SESSION_ID_BYTES, SESSION_ID_BYTES);
        byte[] message = in.bytes(9, 1, MOST_BYTES);
        return kind == 1
                ? new PendingCall.ForBank(new BankCall.Deliver(sessionId, message))
                : new PendingCall.ForPhone(new PhoneCall.Relay(sessionId, message));
    }
}
