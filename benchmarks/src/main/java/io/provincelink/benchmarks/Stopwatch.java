package io.provincelink.benchmarks;

import java.util.Arrays;

/** How long something takes. */
final class Stopwatch {

    private Stopwatch() {}

    /** What is timed. */
    interface Work {
        void run() throws Exception;
    }

    /** @param seconds from start to end */
    record Lap(double seconds) {

        double perSecond(long rows) {
            return rows / seconds;
        }
    }

    static Lap time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return new Lap((System.nanoTime() - start) / 1e9);
    }

    /** The value that a share of the values does not exceed. */
    static double quantile(double share, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** The middle one, of an even number the mean of the two in the middle. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
