package io.okrledger.benchmarks.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;

/** A Markdown table on standard output: a column for each subject, a row for each measurement. */
public final class Comparison<S> {

    private static final int REPETITIONS = 3;

    private final Map<String, S> subjects;
    private final Duration warmUp;
    private final Duration time;
    private final Duration pause;
    private final ToIntBiFunction<S, Integer> threads;

    /**
     * @param subjects in the order of the columns; the ratios are to the first one
     * @param time how long one repetition on one subject lasts, the one that warms up too
     */
    public Comparison(Map<String, S> subjects, Duration time) {
        this(subjects, time, time, Duration.ZERO, (subject, asked) -> asked);
    }

    /**
     * @param warmUp how long each subject is warmed up, in each row
     * @param pause before each repetition, where the subjects share a store: what it has put off for one of them would be
     *     paid by the next
     * @param threads how many threads a subject takes when the row has that many
     */
    public Comparison(
            Map<String, S> subjects,
            Duration warmUp,
            Duration time,
            Duration pause,
            ToIntBiFunction<S, Integer> threads) {
        this.subjects = new LinkedHashMap<>(subjects);
        this.warmUp = warmUp;
        this.time = time;
        this.pause = pause;
        this.threads = threads;
        System.out.println("| per second | threads | " + String.join(" | ", subjects.keySet()) + " |");
        System.out.println("|---|---|" + "---|".repeat(subjects.size()));
    }

    public void row(String name, int threads, Work<S> work) throws InterruptedException, ExecutionException {
        row(name, threads, subject -> {}, work);
    }

    /** @param preparation what comes before each repetition on a subject, untimed */
    public void row(String name, int threads, Consumer<S> preparation, Work<S> work)
            throws InterruptedException, ExecutionException {
        var samples = samples(threads, preparation, work);
        var first = samples.get(0).median();
        System.out.print("| " + name + " | " + threads + " |");
        for (var sample : samples) {
            System.out.printf(Locale.ROOT, " %s (%.2f) |", sample, sample.median() / first);
        }
        System.out.println();
    }

    private List<Samples> samples(int asked, Consumer<S> preparation, Work<S> work)
            throws InterruptedException, ExecutionException {
        var values = subjects.keySet().stream()
                .<List<Double>>map(subject -> new ArrayList<>())
                .toList();
        for (var repetition = 0; repetition <= REPETITIONS; repetition++) {
            var column = values.iterator();
            for (var subject : subjects.values()) {
                preparation.accept(subject);
                Thread.sleep(pause.toMillis());
                // The round before the first one warms up.
                var load = new Load(threads.applyAsInt(subject, asked), repetition == 0 ? warmUp : time);
                var rate = load.perSecond(subject, work);
                var rates = column.next();
                if (repetition > 0) {
                    rates.add(rate);
                }
            }
        }
        return values.stream().map(Samples::new).toList();
    }
}
