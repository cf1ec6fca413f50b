package io.okrledger.benchmarks.engine;

import java.nio.file.Path;

/** Compares the engines; the first argument is the directory to work in. */
public final class Engines {

    private Engines() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]).resolve("engines");
        Throughput.print(directory);
        System.out.println();
        Sizes.print(directory);
        System.out.println();
        Crashes.print(directory);
    }
}
