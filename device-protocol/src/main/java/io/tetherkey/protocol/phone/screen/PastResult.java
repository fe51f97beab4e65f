package io.tetherkey.protocol.phone.screen;

import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SlotResult;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the phone's history.
 *
 * @param payment what was shown and decided; empty for a login, and for a payment of which the phone knows no more than
 *     its number
 */
public record PastResult(BankName bank, SlotResult result, Instant time, Optional<PaymentRequest> payment) {}
