/**
 * Makes the log the event store of a Spring Boot application, and its token store that of the application's processors.
 * The application gives the {@link io.okrledger.log.eventstore.EventTypes} and, when there is no {@code okr.mongodb.uri}, the
 * database. Whatever it declares itself takes the place of what is declared here.
 */
@NullMarked
package io.okrledger.log.autoconfigure;

import org.jspecify.annotations.NullMarked;
