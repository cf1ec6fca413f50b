package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** There is no such collection, for a command that needs one. */
final class NamespaceNotFoundException extends MongoServerError {

    private static final int CODE = 26;

    NamespaceNotFoundException(String message) {
        super(CODE, "NamespaceNotFound", message);
    }
}
