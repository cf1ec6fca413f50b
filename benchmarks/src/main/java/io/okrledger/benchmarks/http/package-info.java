/**
 * What clients see of the product, in a process of its own on an embedded store of its own: requests a second and how long
 * each takes, with wrk as the load; how long a start takes; how soon what was acknowledged is seen.
 */
@NullMarked
package io.okrledger.benchmarks.http;

import org.jspecify.annotations.NullMarked;
