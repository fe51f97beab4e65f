package io.tetherkey.desktop.support;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.Optional;

/**
 * One thing that the self-test tries.
 *
 * @param id how its texts are called
 * @param bank whom it is about; empty for this computer
 */
public record Probe(String id, Optional<BankEntry> bank, Trial trial) {

    /** Tries it; blocking, so it is called from a worker thread. */
    @FunctionalInterface
    public interface Trial {

        /** What is amiss; empty if it is good. */
        Optional<Fault> run() throws InterruptedException;
    }

    /** About this computer. */
    public static Probe of(String id, Trial trial) {
        return new Probe(id, Optional.empty(), trial);
    }
}
