/**
 * The choice of the engine below the embedded store, measured without the front: documents of 600 bytes with two unique
 * index entries each, written in atomic changes that are durable before they are acknowledged.
 */
@NullMarked
package io.okrledger.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
