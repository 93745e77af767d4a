package io.duplex.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Idempotency keys (IETF draft-ietf-httpapi-idempotency-key-header): a key and its answer are written by the business
 * transaction, so that there is never one without the other and a crash leaves nothing stuck. A request that finds its
 * twin at work is told so at once; it does not wait.
 */
@ApplicationScoped
public class Idempotency {
    private static final String LOCK = "pg_try_advisory_xact_lock(hashtextextended(%s || ' ' || %s, 0))";
    private static final String FIND =
            "SELECT fingerprint, status, headers, body FROM idempotency_key WHERE scope = $1 AND key = $2";
    private static final String KEEP =
            "INSERT INTO idempotency_key (scope, key, fingerprint, status, headers, body) VALUES ($1, $2, $3, $4, $5, $6)";

    /**
     * For the path where every round trip counts: the head of a statement that claims the key of parameters $1 to $6
     * ({@link #claim}) together with its answer; what follows must select from {@code claimed}, which is empty unless
     * this request is the first.
     */
    public static final String CLAIM =
            """
            WITH claimed AS (
              INSERT INTO idempotency_key (scope, key, fingerprint, status, headers, body)
              SELECT $1, $2, $3, $4, $5, $6 WHERE %s
              ON CONFLICT DO NOTHING RETURNING 1 AS first)
            """
                    .formatted(LOCK.formatted("$1::text", "$2::text"));

    private final Database database;
    private final ObjectMapper json;
    private final Caller caller;
    private final RoutingContext exchange;

    Idempotency(Database database, ObjectMapper json, Caller caller, RoutingContext exchange) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.exchange = exchange;
    }

    /** The request at hand under its {@code Idempotency-Key} header; 400 without one. */
    public IdempotentRequest request(Object body) {
        var request = exchange.request();
        return new IdempotentRequest(
                caller.subject() + " " + request.method() + " " + request.path(),
                IdempotentRequest.parse(request.getHeader("Idempotency-Key")),
                HexFormat.of().formatHex(Ids.sha256(write(body).getBytes(StandardCharsets.UTF_8))));
    }

    /** Does the work once per key, in one transaction with its answer; otherwise gives the answer again. */
    public Uni<Response> once(Object body, Function<Transaction, Uni<Answer>> work) {
        var request = request(body);
        return database.transaction(transaction -> transaction
                        .execute(
                                "SELECT " + LOCK.formatted("$1::text", "$2::text") + " AS first",
                                request.scope(),
                                request.key())
                        .chain(lock -> lock.iterator().next().getBoolean("first")
                                ? answer(transaction, request, work)
                                : Uni.createFrom().failure(inProgress())))
                .map(Answer::response);
    }

    /** The answer that was already given to this request, if any; 422 when the key stood for another body. */
    public Uni<Optional<Answer>> earlierAnswer(IdempotentRequest request) {
        return database.execute(FIND, request.scope(), request.key())
                .map(rows -> Rows.first(rows, row -> replay(request, row)));
    }

    /** Parameters $1 to $6 of {@link #CLAIM}. */
    public Object[] claim(IdempotentRequest request, Answer answer) {
        return new Object[] {
            request.scope(),
            request.key(),
            request.fingerprint(),
            (short) answer.status(),
            write(answer.headers()),
            write(answer.body())
        };
    }

    /** What a request is told whose {@link #CLAIM} came second: the earlier answer, or 409 while there is none yet. */
    public Uni<Answer> afterLostClaim(IdempotentRequest request) {
        return earlierAnswer(request).map(earlier -> earlier.orElseThrow(Idempotency::inProgress));
    }

    private Uni<Answer> answer(
            Transaction transaction, IdempotentRequest request, Function<Transaction, Uni<Answer>> work) {
        return transaction
                .execute(FIND, request.scope(), request.key())
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom()
                                .item(() -> replay(request, rows.iterator().next()))
                        : work.apply(transaction).call(answer -> transaction.execute(KEEP, claim(request, answer))));
    }

    private Answer replay(IdempotentRequest request, Row row) {
        if (!row.getString("fingerprint").equals(request.fingerprint())) {
            throw Problem.of(
                    422, "idempotency-key-reused", "This Idempotency-Key belongs to a request with another body.");
        }
        return new Answer(row.getShort("status"), headers(row), new RawValue(row.getString("body"))).again();
    }

    private static Problem inProgress() {
        return Problem.conflict(
                        "request-in-progress", "A request with this Idempotency-Key is being handled right now.")
                .header("Retry-After", "1");
    }

    private Map<String, String> headers(Row row) {
        try {
            return json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalArgumentException(notSerializable);
        }
    }
}
