package io.okrledger.log.handover;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where other processes reach this one. A name of the machine itself is for those on the same machine, and closed to all
 * others.
 *
 * @param port 0 for any that is free
 */
public record Address(String host, int port) {

    /** For processes on one machine. */
    public static final Address OF_THIS_MACHINE = new Address("localhost", 0);

    private static final int BACKLOG = 16;

    public Address {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a host without a name");
        }
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("no port has the number " + port);
        }
    }

    /** The name may be one that only others have for this machine, so that nothing can be bound to it. */
    ServerSocket open() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        return InetAddress.getByName(host).isLoopbackAddress()
                ? new ServerSocket(port, BACKLOG, loopback)
                : new ServerSocket(port, BACKLOG);
    }

    InetSocketAddress resolved() {
        return new InetSocketAddress(host, port);
    }
}
