package io.okrledger.standalone;

import com.mongodb.client.MongoDatabase;
import io.okrledger.log.LogUnavailableException;
import io.okrledger.log.autoconfigure.LogAutoConfiguration;
import io.okrledger.log.verification.Checkpoint;
import io.okrledger.log.verification.LogVerification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.util.StringUtils;

/**
 * {@code verify [--checkpoint=<position>:<hash>]}: verifies the log in the database that the product would use, and ends
 * with 0 when it is whole, 1 when it is not, 2 when that could not be found out.
 */
@Import(EmbeddedDatabase.class)
@ImportAutoConfiguration(LogAutoConfiguration.class)
class VerifyCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int NOT_RUN = 2;

    private static final int PERCENT_PER_LINE = 5;

    private final ObjectProvider<MongoDatabase> database;
    private final String uri;
    private final Path data;
    private int exitCode = NOT_RUN;
    private long percent;

    VerifyCommand(
            ObjectProvider<MongoDatabase> database,
            @Value("${okr.mongodb.uri:}") String uri,
            @Value("${okr.data-dir}") String directory) {
        this.database = database;
        this.uri = uri;
        data = Path.of(directory).toAbsolutePath().normalize();
    }

    static boolean isAskedFor(String... arguments) {
        return new DefaultApplicationArguments(arguments).getNonOptionArgs().equals(List.of("verify"));
    }

    /** Returns the exit code. */
    static int run(String... arguments) {
        try {
            return SpringApplication.exit(new SpringApplicationBuilder(VerifyCommand.class)
                    .web(WebApplicationType.NONE)
                    // Of the log only the database is wanted: to open the log would be to mend its beginning.
                    .lazyInitialization(true)
                    .properties(StandaloneApplication.CONFIGURATION)
                    .run(arguments));
        } catch (RuntimeException e) {
            // Why has been said by whoever did not start.
            return NOT_RUN;
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            verify(checkpoint(arguments));
        } catch (IllegalArgumentException e) {
            say(String.valueOf(e.getMessage()));
        } catch (LogUnavailableException e) {
            say("The log could not be read to its end: " + e.getMessage() + ".");
        }
    }

    private static Checkpoint checkpoint(ApplicationArguments arguments) {
        var given = arguments.getOptionValues("checkpoint");
        return given == null ? Checkpoint.GENESIS : Checkpoint.parse(String.join(",", given));
    }

    private void verify(Checkpoint checkpoint) {
        if (!StringUtils.hasText(uri) && Files.notExists(data)) {
            say("There is no data directory " + data + ".");
            return;
        }
        var verdict = new LogVerification(database.getObject()).runFrom(checkpoint, this::tell);
        say(verdict + ".");
        exitCode = verdict.fault() == null ? WHOLE : BROKEN;
    }

    private void tell(long position, long newest) {
        var now = newest == 0 ? 100 : 100 * position / newest;
        if (now >= percent + PERCENT_PER_LINE) {
            percent = now;
            say("%d %%, at position %d of %d".formatted(now, position, newest));
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
