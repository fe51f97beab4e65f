package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.transport.TransportException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which computers the phone in use trusts, and the way to take that away. Each call returns at once; its answer comes on a
 * thread of its own.
 */
public final class TrustedComputers {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedComputers.class);

    private final Supplier<Optional<PhoneClient>> phone;
    private final Runnable thisOneRevoked;

    /** What the phone said. */
    public sealed interface Answer {

        /** The computers, as the phone lists them. */
        record Listed(List<ComputerInfo> computers) implements Answer {
            public Listed {
                computers = List.copyOf(computers);
            }
        }

        /** It could not be asked. */
        record Failed(Fault why) implements Answer {}
    }

    /**
     * @param phone the one in use, if any
     * @param thisOneRevoked run after this computer was taken away, so that the phone is greeted anew
     */
    TrustedComputers(Supplier<Optional<PhoneClient>> phone, Runnable thisOneRevoked) {
        this.phone = phone;
        this.thisOneRevoked = thisOneRevoked;
    }

    /** Asks the phone. */
    public void look(Consumer<Answer> found) {
        start(found, PhoneClient::computers);
    }

    /** Takes trust away from one computer, and tells who is left. */
    public void revoke(ComputerInfo computer, Consumer<Answer> left) {
        start(left, client -> {
            client.revokeComputer(computer.handle());
            LOG.info("trust was taken away from {} computer", computer.thisOne() ? "this" : "another");
            if (computer.thisOne()) {
                thisOneRevoked.run();
                return List.of();
            }
            return client.computers();
        });
    }

    @FunctionalInterface
    private interface Question {
        List<ComputerInfo> ask(PhoneClient client)
                throws TransportException, ProtocolException, RefusedException, InterruptedException;
    }

    private void start(Consumer<Answer> told, Question question) {
        Thread.ofVirtual().name("trusted-computers").start(() -> {
            try {
                told.accept(ask(question));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Answer ask(Question question) throws InterruptedException {
        Optional<PhoneClient> client = phone.get();
        if (client.isEmpty()) {
            return new Answer.Failed(Fault.NO_PHONE);
        }
        try {
            return new Answer.Listed(question.ask(client.get()));
        } catch (TransportException e) {
            LOG.info("the phone went away: {}", e.fault());
            return new Answer.Failed(Fault.PHONE_LOST);
        } catch (RefusedException e) {
            LOG.info("the phone refused: {}", e.status());
            return new Answer.Failed(Fault.of(e.status()));
        } catch (ProtocolException e) {
            LOG.warn("the phone broke the protocol", e);
            return new Answer.Failed(Fault.PHONE_BROKE_PROTOCOL);
        }
    }
}
