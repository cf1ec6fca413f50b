/**
 * Goals say where the organisation is going. A goal is defined once and stays across cycles, until it ends: achieved or
 * dropped, for good.
 */
@NullMarked
package io.okrledger.command.goal;

import org.jspecify.annotations.NullMarked;
