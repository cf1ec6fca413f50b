package io.okrledger.log.handover;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

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

    ServerSocket open() throws IOException {
        return isLoopback()
                ? new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress())
                : new ServerSocket(port, BACKLOG);
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException onlyOthersKnowIt) {
            return false;
        }
    }

    InetSocketAddress resolved() {
        return new InetSocketAddress(host, port);
    }
}
