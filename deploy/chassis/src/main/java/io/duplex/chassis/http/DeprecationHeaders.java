package io.duplex.chassis.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells those who call what is deprecated. */
public class DeprecationHeaders {
    @ServerResponseFilter
    public void tell(ResourceInfo called, ContainerResponseContext answer) {
        var method = called.getResourceMethod();
        var deprecation = method == null ? null : method.getAnnotation(Deprecation.class);
        if (deprecation != null) {
            answer.getHeaders()
                    .putSingle("Deprecation", "@" + begin(deprecation.since()).toEpochSecond());
            answer.getHeaders()
                    .putSingle("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(begin(deprecation.sunset())));
            answer.getHeaders().add("Link", "<" + deprecation.link() + ">; rel=\"deprecation\"");
        }
    }

    private static ZonedDateTime begin(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC);
    }
}
