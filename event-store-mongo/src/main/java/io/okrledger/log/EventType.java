package io.okrledger.log;

/**
 * The name under which events of a class are stored. The name outlives the class, which may be renamed or moved at will.
 *
 * @param revision counts the shapes that the event has had, from 1
 */
public record EventType(String name, int revision, Class<?> type) {}
