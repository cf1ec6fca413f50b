/**
 * Are these good objectives and key results? One document per objective holds what the rules have to know of it, and each
 * retired team has one; what follows is worked out when somebody asks, because many findings begin with the mere passing
 * of time. A finding is advice and never a refusal.
 */
@NullMarked
package io.okrledger.query.quality;

import org.jspecify.annotations.NullMarked;
