package io.duplex.notification.delivery.sms;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The provider's API. */
@Path("/sms/messages")
@RegisterRestClient(configKey = "sms")
interface SmsApi {
    /**
     * Takes a message; 202 when it will be sent.
     *
     * @param key a repeated call with the same key sends nothing again
     */
    @POST
    Uni<RestResponse<Void>> send(@HeaderParam("Idempotency-Key") String key, TextMessage message);

    @ClientExceptionMapper
    static RuntimeException refused(Response answer) {
        return new SmsRefused(answer.getStatus());
    }

    /**
     * A text message.
     *
     * @param to E.164
     */
    record TextMessage(String to, String text) {}
}
