package io.tetherkey.bank.web.api;

import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.session.LoginDesk;
import io.tetherkey.bank.web.ProblemException;
import io.tetherkey.bank.web.Problems;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Fault;

/** {@code POST /tk1/sessions/{sid}/completion}: the code with which the user's browser completes an allowed login. */
public final class LoginRoutes implements HttpFeature {

    private final LoginDesk logins;

    public LoginRoutes(LoginDesk logins) {
        this.logins = logins;
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.post("/tk1/sessions/{sid}/completion", this::complete);
    }

    private void complete(ServerRequest request, ServerResponse response) {
        try {
            var in = CborMapReader.of(CborBodies.read(request));
            var bankId = in.text(1, SessionRoutes.MOST_BANK_ID);
            in.end();
            var code = logins.completionCode(
                    bankId, request.path().pathParameters().get("sid"));
            CborBodies.send(response, 200, new CborMapWriter().put(1, code).encode());
        } catch (CborException e) {
            throw new ProblemException(Problems.of(Fault.MESSAGE_MALFORMED));
        } catch (FaultException e) {
            throw new ProblemException(Problems.of(e.fault()));
        }
    }
}
