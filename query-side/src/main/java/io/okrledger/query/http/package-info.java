/**
 * What every door that reads shares: which position an answer reflects, pages, problems that a person can act on, and
 * the description of it all.
 */
@NullMarked
package io.okrledger.query.http;

import org.jspecify.annotations.NullMarked;
