package io.duplex.local.replay;

import org.HdrHistogram.Histogram;

/**
 * A distribution of times.
 *
 * @param samples how many were measured
 */
record Latency(long samples, double p50Ms, double p99Ms, double maxMs) {
    /** Of a histogram in microseconds. */
    static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
