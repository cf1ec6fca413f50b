/**
 * Two quarters of a small company, played through the public API with a clock of their own: the first closed and graded,
 * the second open in its ninth week. Everything in it is fixed, so that whoever looks around finds the same as
 * everybody else.
 *
 * <p>The objectives are those of published articles ({@code demo/seed-okrs.json}); what happened to them week by week is
 * made up ({@code demo/quarters.json}).
 */
@NullMarked
package io.okrledger.standalone.demo;

import org.jspecify.annotations.NullMarked;
