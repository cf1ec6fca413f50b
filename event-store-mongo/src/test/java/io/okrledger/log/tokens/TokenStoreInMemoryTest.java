package io.okrledger.log.tokens;

import io.okrledger.log.Store;

class TokenStoreInMemoryTest extends TokenStoreContract {

    @Override
    Store open() {
        return Store.inMemory();
    }
}
