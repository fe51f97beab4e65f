package io.tetherkey.protocol.bank;

import io.tetherkey.protocol.trust.BankEntry;

/** Calls a bank; blocking, so it is called from a worker thread. */
public interface BankClient {

    /**
     * Makes one call to the address that the signed directory gives for {@code bank}.
     *
     * @throws InterruptedException if the caller no longer waits
     */
    BankReply call(BankEntry bank, BankCall call) throws InterruptedException;
}
