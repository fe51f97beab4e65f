package io.tetherkey.protocol.bank.http;

import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a bank where the newest directory says it is: one that cannot be reached is looked up again, because a bank that
 * came back may have signed a newer directory with another address. Thread-safe.
 */
public final class ListedBanks implements BankClient {

    private static final Logger LOG = LoggerFactory.getLogger(ListedBanks.class);

    private final BankClient calls;
    private final Function<String, Optional<BankEntry>> directory;
    private final Consumer<BankEntry> moved;
    private final Map<String, BankEntry> newest = new ConcurrentHashMap<>();

    /**
     * @param directory reads the signed directory anew and gives the entry of a bank id; empty if there is none that is
     *     good
     * @param moved told, before the answer, where a bank is called that is not where the caller thought
     */
    public ListedBanks(BankClient calls, Function<String, Optional<BankEntry>> directory, Consumer<BankEntry> moved) {
        this.calls = calls;
        this.directory = directory;
        this.moved = moved;
    }

    @Override
    public BankReply call(BankEntry bank, BankCall call) throws InterruptedException {
        BankEntry known = newest.getOrDefault(bank.bankId(), bank);
        BankReply reply = callAt(bank, known, call);
        if (!(reply instanceof BankReply.Unreachable)) {
            return reply;
        }
        Optional<BankEntry> fresh = directory.apply(bank.bankId()).filter(entry -> !samePlace(entry, known));
        if (fresh.isEmpty()) {
            return reply;
        }
        LOG.info("bank {} has moved to {}", bank.bankId(), fresh.get().api());
        newest.put(bank.bankId(), fresh.get());
        return callAt(bank, fresh.get(), call);
    }

    private BankReply callAt(BankEntry thought, BankEntry at, BankCall call) throws InterruptedException {
        if (!samePlace(thought, at)) {
            moved.accept(at);
        }
        return calls.call(at, call);
    }

    private static boolean samePlace(BankEntry one, BankEntry other) {
        return one.api().equals(other.api()) && Arrays.equals(one.tlsRoot(), other.tlsRoot());
    }
}
