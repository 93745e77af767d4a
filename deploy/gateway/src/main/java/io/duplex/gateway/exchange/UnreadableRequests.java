package io.duplex.gateway.exchange;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/** Answers what is not HTTP, or so large that it was not read, and ends the connection. */
final class UnreadableRequests implements Handler<HttpServerRequest> {
    private final AnswerHeaders answerHeaders;

    UnreadableRequests(AnswerHeaders answerHeaders) {
        this.answerHeaders = answerHeaders;
    }

    @Override
    public void handle(HttpServerRequest request) {
        answer(request, reason(request.decoderResult()));
    }

    /** Why a request that was decoded cannot be passed on, if that is so. */
    static Optional<Refusal> refusal(HttpServerRequest request) {
        boolean unknownEncoding = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING).stream()
                .anyMatch(encoding -> !"chunked".equals(encoding));
        if (unknownEncoding) {
            return Optional.of(malformed("The only Transfer-Encoding is chunked."));
        }
        return request.authority() == null || request.path() == null
                ? Optional.of(malformed("The request names no valid host."))
                : Optional.empty();
    }

    void answer(HttpServerRequest request, Refusal refusal) {
        Correlation correlation = Correlation.of(request);
        HttpServerResponse response = request.response();
        response.setStatusCode(refusal.problem().status());
        response.headers().addAll(refusal.headers());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Refusal.CONTENT_TYPE)
                .putHeader(Correlation.REQUEST_ID, correlation.requestId());
        answerHeaders.complete(response.headers());
        response.end(refusal.document("/", correlation).toBuffer())
                .onComplete(sent -> request.connection().close());
    }

    private static Refusal reason(DecoderResult result) {
        if (result.cause() instanceof TooLongHttpLineException) {
            return new Refusal(Problem.URI_TOO_LONG, "The request line is too long.");
        }
        return result.cause() instanceof TooLongHttpHeaderException
                ? new Refusal(Problem.HEADERS_TOO_LARGE, "The headers are too large.")
                : malformed("This is no HTTP/1.1 request.");
    }

    private static Refusal malformed(String detail) {
        return new Refusal(Problem.MALFORMED_REQUEST, detail);
    }
}
