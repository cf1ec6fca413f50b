/**
 * Lists as tables, for spreadsheets and for whoever computes with them. The columns are the fields of an item by the
 * names that they have in JSON, with dots between an object and its fields, and they depend on nothing but the type of
 * the item: an empty list has the same header as a full one.
 *
 * <p>One list inside an item may be unfolded into rows of its own; other lists are left out. What has no fixed fields is
 * one cell of JSON.
 */
@NullMarked
package io.okrledger.query.http.export;

import org.jspecify.annotations.NullMarked;
