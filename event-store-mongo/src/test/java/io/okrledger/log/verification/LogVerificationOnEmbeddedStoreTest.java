package io.okrledger.log.verification;

import io.okrledger.log.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LogVerificationOnEmbeddedStoreTest extends LogVerificationContract {

    @TempDir
    Path directory;

    @Override
    Store open() {
        return Store.embedded(directory);
    }
}
