package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkRequest;
import java.time.Instant;

/** A computer that waits for the phone to be unlocked before it is let in or asked about. */
record Introduction(RequestToken token, LinkRequest.TrustComputer request, Instant deadline) {}
