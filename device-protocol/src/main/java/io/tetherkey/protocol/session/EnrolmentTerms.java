package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.EnrolmentPurpose;
import java.time.Duration;
import java.time.Instant;

/**
 * What the caller decides about an EnrolmentOffer.
 *
 * @param sessionId 16 random bytes
 * @param timeToLive 1 to 900 whole seconds
 */
public record EnrolmentTerms(byte[] sessionId, Instant issuedAt, Duration timeToLive, EnrolmentPurpose purpose) {}
