package io.duplex.chassis.http;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A body says what it is, and one that does not state its length is not longer than others may be. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class RequestBodies implements ContainerRequestFilter, ReaderInterceptor {
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMediaType() == null && hasBody(request)) {
            throw new NotSupportedException();
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        var body = reading.getInputStream().readNBytes(RequestLimits.BODY_BYTES + 1);
        if (body.length > RequestLimits.BODY_BYTES) {
            throw RequestLimits.bodyTooLarge();
        }
        reading.setInputStream(new ByteArrayInputStream(body));
        return reading.proceed();
    }

    private static boolean hasBody(ContainerRequestContext request) {
        return request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
    }
}
