package io.tetherkey.protocol.conformance;

import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.transport.TransportException;

/** What a case does to the phone. It returns if the phone kept the requirement. */
@FunctionalInterface
public interface CaseDeed {

    /**
     * Runs the case on a link of its own.
     *
     * @throws CaseFailure if the phone did not keep the requirement
     * @throws NotRunException if something that the case needs is not there
     * @throws TransportException if the cable ended where it must not; this counts as a failure
     */
    void run(PhoneUnderTest phone) throws CaseFailure, NotRunException, TransportException;
}
