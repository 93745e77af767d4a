package io.duplex.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.duplex.chassis.Failures;
import io.duplex.chassis.sql.SqlFailures;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become answers. What is not understood is logged and told to nobody. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    static final String PROBLEM_JSON = "application/problem+json";
    private static final int RETRY_AFTER_SECONDS = 2;

    private final AllowedMethods allowedMethods;

    ProblemMappers(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    Response refused(Problem problem, UriInfo request) {
        return answer(problem, request);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, UriInfo request) {
        return answer(ConstraintViolations.problem(failure), request);
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException failure, UriInfo request) {
        return answer(UnreadableJson.problem(failure), request);
    }

    @ServerExceptionMapper
    Response anonymous(UnauthorizedException failure, UriInfo request) {
        return answer(unauthenticated(), request);
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException failure, UriInfo request) {
        return answer(unauthenticated(), request);
    }

    @ServerExceptionMapper
    Response wrongRole(ForbiddenException failure, UriInfo request) {
        return answer(Problem.of(403, "forbidden", "The caller's roles do not allow this."), request);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, UriInfo request) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return answer(UnreadableJson.problem(json), request);
        }
        var refusal = failure.getResponse();
        var problem = Problem.of(refusal.getStatus());
        refusal.getStringHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                problem.header(name, String.join(", ", values));
            }
        });
        return answer(problem, request);
    }

    @ServerExceptionMapper
    Response wrongMethod(NotAllowedException failure, UriInfo request) {
        return answer(wrongMethod(allowedMethods.of(request.getPath())), request);
    }

    /** Nothing is there; or the framework looked only at the first of the resources that share a beginning. */
    @ServerExceptionMapper
    Response notFound(NotFoundException failure, UriInfo request, ContainerRequestContext context) {
        var allowed = allowedMethods.of(request.getPath());
        if (!allowed.isEmpty() && !allowed.contains(context.getMethod())) {
            return answer(wrongMethod(allowed), request);
        }
        return answer(failure.getCause() == null ? Problem.of(404) : unreadableParameter(), request);
    }

    private static Problem wrongMethod(Set<String> allowed) {
        return Problem.of(405).header("Allow", String.join(", ", allowed));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo request) {
        if (SqlFailures.isUnavailable(failure) || SqlFailures.isConflict(failure)) {
            LOG.warnf("The database did not answer: %s", Failures.inWords(failure));
            return answer(Problem.unavailable("The service cannot answer right now.", RETRY_AFTER_SECONDS), request);
        }
        LOG.error("A request failed", failure);
        return answer(
                Problem.of(500, "internal-error", "Something went wrong here; the trace id helps to find it."),
                request);
    }

    /** The framework answers 404 for a parameter that it cannot convert, as Jakarta REST asks it to. */
    private static Problem unreadableParameter() {
        return Problem.badRequest("invalid-parameter", "A parameter is not of the type that is needed here.");
    }

    private static Problem unauthenticated() {
        return Problem.of(401, "invalid-token", "A valid bearer token is needed.")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private static Response answer(Problem problem, UriInfo request) {
        var answer = Response.status(problem.status())
                .type(MediaType.valueOf(PROBLEM_JSON))
                .entity(problem.body(request.getRequestUri().getRawPath()));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
