package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CableLibrariesTest {

    @Test
    void virtualThreadThatAsksDoesNotWaitInTheKernelAndCanBeInterrupted() throws Exception {
        CompletableFuture<Thread> listing = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Semaphore kernel = new Semaphore(0);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                CableLibraries.serial(() -> {
                    listing.complete(Thread.currentThread());
                    kernel.acquireUninterruptibly();
                    return List.of();
                });
                interrupted.complete(false);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        try {
            assertThat(listing.get(60, TimeUnit.SECONDS).isVirtual()).isFalse();
            caller.interrupt();
            assertThat(interrupted.get(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            kernel.release();
        }
    }

    @Test
    void missingLibraryIsTold() throws Exception {
        assertThat(CableLibraries.serial(() -> {
                    throw new TransportException(TransportFault.NO_LIBRARY, "No folder.");
                }))
                .map(TransportException::fault)
                .contains(TransportFault.NO_LIBRARY);
    }

    @Test
    void libraryThatListsIsGood() throws Exception {
        assertThat(CableLibraries.serial(List::of)).isEmpty();
    }

    @Test
    void libraryThatBreaksIsADefect() {
        assertThatThrownBy(() -> CableLibraries.serial(() -> {
                    throw new UnsatisfiedLinkError("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseInstanceOf(UnsatisfiedLinkError.class);
    }
}
