package io.tetherkey.bank.web.api;

import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.login.PhoneLogins;
import io.tetherkey.bank.session.LoginDesk;
import io.tetherkey.bank.session.SessionDesk;
import io.tetherkey.bank.web.Problem;
import io.tetherkey.bank.web.ProblemException;
import io.tetherkey.bank.web.Problems;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.OrderVerifier;

/** Sealed sessions over HTTP: {@code POST /tk1/sessions} and {@code POST /tk1/sessions/{sid}/messages}. */
public final class SessionRoutes implements HttpFeature {

    static final int MOST_BANK_ID = 32;
    private static final int TICKET = 3;

    private final SessionDesk sessions;
    private final LoginDesk logins;

    public SessionRoutes(SessionDesk sessions, LoginDesk logins) {
        this.sessions = sessions;
        this.logins = logins;
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.post("/tk1/sessions", this::open).post("/tk1/sessions/{sid}/messages", this::message);
    }

    private void open(ServerRequest request, ServerResponse response) {
        try {
            var in = CborMapReader.of(CborBodies.read(request));
            var bankId = in.text(1, MOST_BANK_ID);
            var offered = opened(bankId, in);
            CborBodies.send(
                    response,
                    201,
                    new CborMapWriter()
                            .put(1, offered.sessionId())
                            .put(2, offered.offer())
                            .encode());
        } catch (CborException e) {
            throw new ProblemException(Problems.of(Fault.MESSAGE_MALFORMED));
        } catch (FaultException e) {
            throw new ProblemException(problem(e.fault()));
        }
    }

    /** For an order, or for the ticket of a login. */
    private SessionDesk.Offered opened(String bankId, CborMapReader in) throws CborException, FaultException {
        if (in.has(TICKET)) {
            var ticket = in.bytes(TICKET, PhoneLogins.TICKET, PhoneLogins.TICKET);
            in.end();
            return logins.open(bankId, ticket);
        }
        var signedOrder = in.bytes(2, 1, OrderVerifier.MOST_SIGNED_ORDER);
        in.end();
        return sessions.open(bankId, signedOrder);
    }

    private void message(ServerRequest request, ServerResponse response) {
        var sessionId = request.path().pathParameters().get("sid");
        try {
            CborBodies.send(response, 200, sessions.receive(sessionId, CborBodies.read(request)));
        } catch (FaultException e) {
            throw new ProblemException(problem(e.fault()));
        }
    }

    /** A refusal of a login says that it has used up no try. */
    private static Problem problem(Fault fault) {
        return switch (fault) {
            case WRONG_PASSWORD,
                    TOO_MANY_PASSWORDS,
                    MESSAGE_MALFORMED,
                    SESSION_EXPIRED,
                    LOGIN_LINK_VOID,
                    LOGIN_ORIGIN_REFUSED -> Problems.notCounted(fault);
            default -> Problems.of(fault);
        };
    }
}
