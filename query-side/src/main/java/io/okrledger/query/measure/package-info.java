/**
 * What was measured: the weekly values of a key result, folded from its events alone. Every read model that needs a
 * number takes it from here, so that all of them agree on which reading a week stands for.
 */
@NullMarked
package io.okrledger.query.measure;

import org.jspecify.annotations.NullMarked;
