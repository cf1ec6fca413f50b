/** Where this process can be reached, and how it says so once it is ready. */
@NullMarked
package io.okrledger.standalone.address;

import org.jspecify.annotations.NullMarked;
