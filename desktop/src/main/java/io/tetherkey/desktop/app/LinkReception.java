package io.tetherkey.desktop.app;

import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.PaymentFlow;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.startlink.LinkCheck;
import io.tetherkey.protocol.startlink.PayLink;
import io.tetherkey.protocol.startlink.StartLinkParser;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.TrustException;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges start links: form, merchant's signature, expiry, and that no other payment is in progress. Fetches nothing and
 * calls nobody.
 */
final class LinkReception {

    private static final Logger LOG = LoggerFactory.getLogger(LinkReception.class);

    private final OrderVerifier orders;
    private final PaymentFlow flow;
    private final Clock clock;
    private final Consumer<Fault> refused;

    LinkReception(OrderVerifier orders, PaymentFlow flow, Clock clock, Consumer<Fault> refused) {
        this.orders = orders;
        this.flow = flow;
        this.clock = clock;
        this.refused = refused;
    }

    void open(String link) {
        switch (StartLinkParser.parse(link)) {
            case LinkCheck.Refused refusal -> {
                LOG.info("a start link was refused: {}", refusal.why());
                refused.accept(Fault.LINK_REFUSED);
            }
            case LinkCheck.Accepted accepted ->
                open(
                        switch (accepted.link()) {
                            case PayLink pay -> pay;
                        });
        }
    }

    private void open(PayLink pay) {
        try {
            VerifiedOrder order = orders.verify(pay.unverifiedOrder(), clock.instant());
            if (busyWithAnother(order)) {
                refused.accept(Fault.PAYMENT_IN_PROGRESS);
            } else {
                flow.open(order);
            }
        } catch (TrustException e) {
            LOG.info("an order was refused: {}", e.fault());
            refused.accept(e.fault());
        }
    }

    private boolean busyWithAnother(VerifiedOrder order) {
        return switch (flow.state()) {
            case FlowState.AtRest() -> false;
            case FlowState.Finished finished -> finished.outcome() instanceof Outcome.Unknown;
            case FlowState.OrderShown shown -> !same(shown.order(), order);
            case FlowState.UnderWay underWay -> !same(underWay.journey().order(), order);
        };
    }

    private static boolean same(VerifiedOrder one, VerifiedOrder other) {
        return Arrays.equals(one.orderHash(), other.orderHash());
    }
}
