package io.tetherkey.bank.web.api;

import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.session.EnrolmentDesk;
import io.tetherkey.bank.web.Problem;
import io.tetherkey.bank.web.ProblemException;
import io.tetherkey.bank.web.Problems;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.Fault;

/** Enrolments over HTTP: {@code POST /tk1/enrolments} and {@code POST /tk1/enrolments/{sid}/messages}. */
public final class EnrolmentRoutes implements HttpFeature {

    private static final int MOST_BANK_ID = 32;
    private static final int MOST_PURPOSE = 255;

    private final EnrolmentDesk enrolments;

    public EnrolmentRoutes(EnrolmentDesk enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.post("/tk1/enrolments", this::open).post("/tk1/enrolments/{sid}/messages", this::message);
    }

    private void open(ServerRequest request, ServerResponse response) {
        try {
            var in = CborMapReader.of(CborBodies.read(request));
            var bankId = in.text(1, MOST_BANK_ID);
            var purpose = EnrolmentPurpose.fromCode((int) in.integer(2, 0, MOST_PURPOSE))
                    .orElseThrow(() -> new ProblemException(Problems.of(Fault.MESSAGE_MALFORMED)));
            in.end();
            var offered = enrolments.open(bankId, purpose);
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
            throw new ProblemException(problem(e));
        }
    }

    private void message(ServerRequest request, ServerResponse response) {
        var sessionId = request.path().pathParameters().get("sid");
        try {
            CborBodies.send(response, 200, enrolments.receive(sessionId, CborBodies.read(request)));
        } catch (FaultException e) {
            throw new ProblemException(problem(e));
        }
    }

    /** A wrong activation code tells the tries of the letter; nothing else has counted one. */
    private static Problem problem(FaultException refused) {
        return refused.triesLeft().isPresent()
                ? Problems.counted(refused.fault(), refused.triesLeft().getAsInt())
                : Problems.notCounted(refused.fault());
    }
}
