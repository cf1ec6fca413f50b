/** The one form in which every number is explained, whatever it is a number of. */
@NullMarked
package io.okrledger.query.explain.form;

import org.jspecify.annotations.NullMarked;
