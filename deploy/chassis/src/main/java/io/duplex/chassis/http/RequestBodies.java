package io.duplex.chassis.http;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/** A body says that it is JSON, and one that does not state its length is not longer than others may be. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class RequestBodies implements ContainerRequestFilter, ReaderInterceptor {
    private static final Set<String> MAY_HAVE_BODY = Set.of("POST", "PUT", "PATCH");
    /** JSON is UTF-8 (RFC 8259, section 8.1). */
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    @Override
    public void filter(ContainerRequestContext request) {
        if (hasBody(request) ? !isJson(request) : isOfNoType(request)) {
            throw new NotSupportedException();
        }
    }

    /** Nobody could tell what an announced body would be; a type of another kind, and no body, does no harm. */
    private static boolean isOfNoType(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null || !MAY_HAVE_BODY.contains(request.getMethod())) {
            return false;
        }
        try {
            MediaType.valueOf(type);
            return false;
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    private static boolean isJson(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        var coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return type != null && JSON.matcher(type).matches() && (coding == null || coding.equalsIgnoreCase("identity"));
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
