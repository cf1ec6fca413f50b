package io.okrledger.log;

class EventLogOnH2Test extends EventLogContract {

    @Override
    Store open() {
        return Store.onH2();
    }
}
