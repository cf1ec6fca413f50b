package io.okrledger.standalone.address;

import java.net.URI;
import org.springframework.core.env.Environment;

/** Where this process can be reached from this machine, once its web server runs. */
public record OwnAddress(URI uri) {

    public static OwnAddress of(Environment environment) {
        var bound = environment.getProperty("server.address", "127.0.0.1");
        var host = bound.equals("0.0.0.0") ? "127.0.0.1" : bound;
        return new OwnAddress(
                URI.create("http://" + host + ":" + environment.getRequiredProperty("local.server.port")));
    }
}
