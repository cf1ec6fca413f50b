/**
 * Goals say where the organisation is going. A goal is defined once and stays across cycles.
 */
@NullMarked
package io.okrledger.command.goal;

import org.jspecify.annotations.NullMarked;
