package io.tetherkey.protocol.conformance.encoding;

import io.tetherkey.protocol.conformance.CaseDeed;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.StatusCode;
import java.util.HexFormat;

/** A command by its bytes. */
final class Commands {
    private Commands() {}

    /** The phone refuses these bytes and goes on as if they had not come. */
    static CaseDeed refused(String hex, StatusCode... allowed) {
        byte[] message = HexFormat.of().parseHex(hex);
        return phone -> {
            PhoneLine line = phone.line();
            line.call(message).requireRefusal(allowed);
            line.call(new LinkRequest.GetPhoneInfo()).reply(LinkReply.PhoneInfo.class);
        };
    }
}
