package io.okrledger.command.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.command.support.Caches;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.EventMetaData;
import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRetired;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Objectives in three cycles, with teams that retire, goals that end and cycles that open, pause and close around them. */
final class ObjectiveWorld {

    /** So that every week of every cycle is open to every key result. */
    private static final MetaData LONG_AGO = MetaData.with(EventMetaData.EFFECTIVE_AT, "2026-03-25T10:00:00Z");

    private static final int CLOSED = 2;
    private static final PersonId ANA = new PersonId("ana");

    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final Map<String, Long> versions = new HashMap<>();
    private final Configuration axon;
    private final List<CycleId> cycles = new ArrayList<>();
    private final List<TeamId> teams = new ArrayList<>();
    private final List<GoalId> goals = new ArrayList<>();
    private final Map<CycleId, Integer> phases = new HashMap<>();
    private final AskedCommands commands = new AskedCommands(cycles, teams, goals, this::isInClosedCycle);
    private int ids;
    private Random random = new Random(0);

    ObjectiveWorld() {
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Objective.class)
                        .configureCache(configuration -> Caches.of(configuration.eventStore())))
                .configureCorrelationDataProviders(configuration -> List.of(new EventMetaData()))
                .registerComponent(
                        Streams.class,
                        configuration -> new Streams(
                                id -> configuration.eventStore().readEvents(id).asStream()))
                .buildConfiguration();
        axon.start();
        for (var quarter = 0; quarter < 3; quarter++) {
            plan(LocalDate.of(2026, 4, 1).plusMonths(3L * quarter));
        }
        for (var number = 0; number < 2; number++) {
            teams.add(next(TeamId::new));
            happened(teams.get(number), new TeamRegistered(teams.get(number), "Team", null));
            goals.add(next(GoalId::new));
            happened(goals.get(number), new GoalDefined(goals.get(number), "Goal", null, ANA));
        }
    }

    /** Every event about objectives, oldest first. */
    List<ObjectiveEvent> events() {
        return log.readEvents(null, false)
                .map(EventMessage::getPayload)
                .filter(ObjectiveEvent.class::isInstance)
                .map(ObjectiveEvent.class::cast)
                .toList();
    }

    /** Takes the step that the number means here; false if it was refused. */
    boolean step(int number) {
        random = new Random(number);
        if (random.nextInt(12) == 0) {
            surround();
            return true;
        }
        var command = commands.next(number);
        try {
            axon.commandGateway().sendAndWait(new GenericCommandMessage<>(command, LONG_AGO));
            commands.obeyed(command);
            return true;
        } catch (RuleViolation | InvalidRequest | AggregateNotFoundException refusal) {
            return false;
        } catch (CommandExecutionException e) {
            throw new AssertionError("Neither done nor refused: " + command, e);
        }
    }

    /** The state that each aggregate had after its last command is the one that its events make anew. */
    void requireReplayedAsLive() {
        var anew = EventSourcingRepository.builder(Objective.class)
                .eventStore(axon.eventStore())
                .parameterResolverFactory(axon.parameterResolverFactory())
                .build();
        var made = events().stream().map(ObjectiveEvent::objectiveId).distinct().toList();
        for (var objective : made) {
            assertThat(state(objective, anew))
                    .usingRecursiveComparison()
                    .isEqualTo(state(objective, axon.repository(Objective.class)));
        }
    }

    private static Objective state(ObjectiveId id, Repository<Objective> repository) {
        var unit = DefaultUnitOfWork.startAndGet(null);
        try {
            return repository.load(id.toString()).invoke(Function.identity());
        } finally {
            unit.rollback();
        }
    }

    private void plan(LocalDate startsOn) {
        var id = next(CycleId::new);
        cycles.add(id);
        phases.put(id, 0);
        happened(
                id,
                new CyclePlanned(
                        id,
                        "Cycle",
                        startsOn,
                        startsOn.plusMonths(3).minusDays(1),
                        ZoneId.of("Europe/Berlin"),
                        CadencePolicy.DEFAULT,
                        ScoringPolicy.DEFAULT));
    }

    private void surround() {
        var cycle = any(cycles);
        switch (random.nextInt(8)) {
            case 0 -> happened(teams.get(1), new TeamRetired(teams.get(1), "r"));
            case 1 -> happened(goals.get(1), new GoalEnded(goals.get(1), GoalOutcome.ACHIEVED, "r"));
            case 2 ->
                happened(
                        cycle,
                        new CheckInsPaused(
                                cycle, next(PauseId::new), LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 9), "r"));
            default -> advance(cycle);
        }
    }

    /** Planned, open, closed. */
    private void advance(CycleId cycle) {
        var phase = phases.merge(cycle, 1, Integer::sum);
        if (phase == 1) {
            happened(cycle, new CycleOpened(cycle));
        } else if (phase == CLOSED) {
            happened(cycle, new CycleClosed(cycle));
        }
    }

    private void happened(Object stream, Object event) {
        var version = versions.merge(stream.toString(), 0L, (old, none) -> old + 1);
        log.appendEvents(new GenericDomainEventMessage<>("any", stream.toString(), version, event));
    }

    private boolean isInClosedCycle(ObjectiveId objective) {
        return events().stream()
                .filter(ObjectiveCreated.class::isInstance)
                .map(ObjectiveCreated.class::cast)
                .anyMatch(
                        created -> created.objectiveId().equals(objective) && phases.get(created.cycleId()) >= CLOSED);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T next(Function<UUID, T> id) {
        return id.apply(new UUID(0x0199e0a000007000L, 0x8000000000000000L + ids++));
    }
}
