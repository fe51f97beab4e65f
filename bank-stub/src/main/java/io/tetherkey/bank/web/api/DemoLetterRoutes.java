package io.tetherkey.bank.web.api;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.enrolment.ActivationCodes;
import io.tetherkey.bank.store.CustomerStore.Customer;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.web.ProblemException;
import io.tetherkey.bank.web.Problems;
import io.tetherkey.protocol.message.Fault;

/**
 * {@code POST /demo/letters} with the form fields {@code bank} and {@code user}: the activation code of a new letter, for
 * tests and for the demo. A real bank has no such route.
 */
public final class DemoLetterRoutes implements HttpFeature {

    private final Database database;
    private final ActivationCodes codes;

    public DemoLetterRoutes(Database database, ActivationCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.post("/demo/letters", this::letter);
    }

    private void letter(ServerRequest request, ServerResponse response) {
        var form = request.content().as(Parameters.class);
        var bank = form.first("bank").orElse("");
        var user = form.first("user").orElse("");
        var customer = database.read(stores -> stores.customers().named(bank, user))
                .map(Customer::customerId)
                .orElseThrow(() -> new ProblemException(Problems.of(Fault.BANK_UNKNOWN)));
        response.header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send("{\"code\":\"" + new String(codes.newLetter(customer)) + "\"}");
    }
}
