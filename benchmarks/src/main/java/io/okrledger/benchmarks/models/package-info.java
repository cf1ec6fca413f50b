/** How quickly the read models are made, and how quickly they answer about the past and about many cycles. */
@NullMarked
package io.okrledger.benchmarks.models;

import org.jspecify.annotations.NullMarked;
