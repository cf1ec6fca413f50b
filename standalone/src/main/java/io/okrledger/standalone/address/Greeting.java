package io.okrledger.standalone.address;

import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Tells where to go, once there is somebody there. */
public class Greeting {

    @EventListener
    void on(ApplicationReadyEvent ready) {
        var address =
                OwnAddress.of(ready.getApplicationContext().getEnvironment()).uri();
        LoggerFactory.getLogger(Greeting.class)
                .info("OKR Ledger is ready at {}, its API is described at {}/docs", address, address);
    }
}
