package io.tetherkey.protocol.session;

import java.util.List;

/**
 * What a session has to know of the slot that it runs in.
 *
 * @param suite the slot's suite, and the least that it takes
 * @param bankRootCertificate pinned at enrolment, DER
 * @param certificateChain the slot's certificate first, the root left out
 */
public record SlotView(
        String slotId, String bankId, int suite, byte[] bankRootCertificate, List<byte[]> certificateChain) {}
