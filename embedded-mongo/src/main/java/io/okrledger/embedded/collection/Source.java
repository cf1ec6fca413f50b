package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.bson.Document;

/** Documents one after another; stands in front of the first one until {@link #next()} is called. */
interface Source {

    boolean next();

    Document document();

    byte[] key();

    /** The document as it is stored. */
    byte[] bytes();
}
