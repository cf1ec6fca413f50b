package io.okrledger.embedded.wire;

/** A document as it travels: it stands in a reply where a {@link de.bwaldvogel.mongo.bson.Document} could stand. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Encoded(byte[] bytes) {}
