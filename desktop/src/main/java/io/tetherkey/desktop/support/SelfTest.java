package io.tetherkey.desktop.support;

import io.tetherkey.protocol.message.Fault;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries one thing after the other on a thread of its own; needs no phone. A run can be given up at any time. */
public final class SelfTest {

    private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);

    private final List<Probe> probes;

    public SelfTest(List<Probe> probes) {
        this.probes = List.copyOf(probes);
    }

    /** Told on the run's thread. */
    public interface Listener {

        /** Something is tried now. */
        void trying(Probe probe);

        /** This came of it. */
        void found(Finding finding);

        /** All is tried, or the run was given up. */
        void ended();
    }

    /** A run under way. */
    public record Run(Thread thread) {

        /** Gives the run up; it ends soon. */
        public void cancel() {
            thread.interrupt();
        }
    }

    public List<Probe> probes() {
        return probes;
    }

    public Run start(Listener listener) {
        return new Run(Thread.ofVirtual().name("self-test").start(() -> run(listener)));
    }

    private void run(Listener listener) {
        try {
            for (Probe probe : probes) {
                if (Thread.interrupted()) {
                    return;
                }
                listener.trying(probe);
                listener.found(new Finding(probe, tried(probe)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("The self-test was given up", e);
        } finally {
            listener.ended();
        }
    }

    /** A probe that breaks is a defect, and the others still run. */
    private static Optional<Fault> tried(Probe probe) throws InterruptedException {
        try {
            return probe.trial().run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("self-test {} broke", probe.id(), e);
            return Optional.of(Fault.INTERNAL);
        }
    }
}
