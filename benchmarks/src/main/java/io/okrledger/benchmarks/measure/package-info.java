/**
 * How everything here is measured: each measurement runs for a bounded time, on each subject in turns, several times
 * after a warm-up; what is told is the median, its spread, and its ratio to the first subject of the same run. The
 * machines differ and are shared, so the ratio is the result.
 */
@NullMarked
package io.okrledger.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
