package io.okrledger.log.tokens;

import io.okrledger.log.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TokenStoreOnEmbeddedStoreTest extends TokenStoreContract {

    @TempDir
    Path directory;

    @Override
    Store open() {
        return Store.embedded(directory);
    }
}
