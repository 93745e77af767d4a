package io.duplex.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver.
 *
 * @param at when it was claimed
 * @param outcome STARTED, SENT or FAILED; one that stays STARTED was cut off by a crash
 * @param detail why it failed, without personal data
 * @param tookMs how long the provider took
 */
@Embeddable
public record Attempt(
        int number,
        Instant at,
        String outcome,
        @Nullable String detail,
        @Column(name = "took_ms") @Nullable Integer tookMs) {}
