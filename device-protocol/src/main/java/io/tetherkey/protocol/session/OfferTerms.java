package io.tetherkey.protocol.session;

import java.time.Duration;
import java.time.Instant;

/**
 * What the caller decides about an Offer.
 *
 * @param sessionId 16 random bytes
 * @param timeToLive 1 to 300 whole seconds
 * @param contextHash SHA-256 of the signed order or of the web session, 32 bytes
 */
public record OfferTerms(byte[] sessionId, Instant issuedAt, Duration timeToLive, byte[] contextHash) {}
