package io.okrledger.query.explain.form;

/**
 * How a number follows from its inputs.
 *
 * @param id kebab-case, stable
 * @param version of the arithmetic, as it is kept where the rule lives; of a grade the one by which it was given
 * @param sentence the rule in words, by the names of the inputs
 */
public record Rule(String id, int version, String sentence) {}
