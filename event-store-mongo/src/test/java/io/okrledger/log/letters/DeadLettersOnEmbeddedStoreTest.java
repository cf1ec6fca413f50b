package io.okrledger.log.letters;

import io.okrledger.log.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersOnEmbeddedStoreTest extends DeadLettersContract {

    @TempDir
    Path directory;

    @Override
    Store open() {
        return Store.embedded(directory);
    }
}
