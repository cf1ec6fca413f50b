package io.okrledger.query.support.paging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The list inside a thing that an export unfolds: a row for each of its items, beside the fields of the thing itself,
 * which has one row even when the list is empty. At most one list can be unfolded; an export leaves out all others,
 * because rows for every pair of items would be counted as if they were facts.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Unfold {}
