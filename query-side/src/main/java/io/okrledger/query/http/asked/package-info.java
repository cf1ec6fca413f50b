/** What a request asks for beside its subject: the moment, the position, how long to wait, and the part of a list. */
@NullMarked
package io.okrledger.query.http.asked;

import org.jspecify.annotations.NullMarked;
