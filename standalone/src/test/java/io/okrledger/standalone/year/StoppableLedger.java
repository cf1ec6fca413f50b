package io.okrledger.standalone.year;

import io.okrledger.standalone.MovedClock;
import io.okrledger.standalone.StandaloneApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Configuration;

/**
 * The product in a process of its own, on a clock that it is told, and which stands still for ever at the grade that it is
 * told: whoever started it knows then where to kill it. It listens on standard input for {@code at <instant>} and {@code
 * stop before|after <n>}.
 */
final class StoppableLedger {

    static final String MOVED = "moved";
    static final String STOPPED = "stopped";

    private static volatile Stop stop = new Stop(false, Integer.MAX_VALUE);

    private StoppableLedger() {}

    /** @param grades how many grades to let pass; the next one ends it all, before or after it is committed */
    private record Stop(boolean after, int grades) {}

    public static void main(String[] arguments) throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        obey(orders.readLine());
        SpringApplication.from(StandaloneApplication::main)
                .with(MovedClock.Wound.class, Grading.class)
                .run(arguments);
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            obey(order);
        }
    }

    private static void obey(String order) {
        var words = order.split(" ");
        if (words[0].equals("at")) {
            MovedClock.moveTo(words[1]);
        } else {
            stop = new Stop(words[1].equals("after"), Integer.parseInt(words[2]));
        }
        System.out.println(MOVED);
    }

    @Configuration(proxyBeanMethods = false)
    static class Grading {

        private int grades;

        @Autowired
        void count(CommandBus commands) {
            commands.registerHandlerInterceptor(this::handle);
        }

        private Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
            if (unit.getMessage().getPayloadType().getSimpleName().equals("GradeObjective")
                    && ++grades > stop.grades()) {
                if (stop.after()) {
                    unit.afterCommit(committed -> standStill());
                } else {
                    standStill();
                }
            }
            return chain.proceed();
        }

        private static void standStill() {
            System.out.println(STOPPED);
            while (true) {
                LockSupport.park();
            }
        }
    }
}
