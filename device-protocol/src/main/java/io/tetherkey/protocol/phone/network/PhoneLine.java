package io.tetherkey.protocol.phone.network;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import java.io.IOException;

/** The way to the phone's own engine, on a link that the phone opened to itself. Both calls wait for the reply. */
public interface PhoneLine {

    /**
     * Gives the phone a command.
     *
     * @throws LineLostException if power or network went; the same call may be made again
     * @throws IOException if the phone's storage failed
     */
    LinkReply call(LinkRequest request) throws IOException, InterruptedException;

    /**
     * Has the phone go on with what it holds of an order.
     *
     * @param orderHash SHA-256 of the signed order
     * @return a refusal with UNKNOWN_SESSION if there is nothing to go on with
     * @throws LineLostException if power or network went; the same call may be made again
     * @throws IOException if the phone's storage failed
     */
    LinkReply resume(String bankId, byte[] orderHash) throws IOException, InterruptedException;
}
