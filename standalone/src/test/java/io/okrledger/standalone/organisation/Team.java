package io.okrledger.standalone.organisation;

import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.events.team.TeamRetired;
import java.util.List;
import java.util.stream.IntStream;

/** A team, its people, and what becomes of it over the years. */
final class Team {

    private final World world;
    private final int number;
    private final Written stream;
    private final TeamId id;
    private final List<PersonId> people;
    private Team parent;
    private String name;
    private boolean retired;

    /** @param parent null for the one at the top */
    Team(World world, int number, Team parent) {
        this.world = world;
        this.number = number;
        this.parent = parent;
        id = world.newId(TeamId::new);
        stream = new Written("team", id);
        name = "Team " + number;
        people = IntStream.range(0, world.chances().between(5, 9))
                .mapToObj(person -> new PersonId("p-%d-%d".formatted(number, person)))
                .toList();
        world.make(
                Company.LEAD,
                "RegisterTeam",
                stream,
                id,
                List.of(new TeamRegistered(id, name, parent == null ? null : parent.id)));
    }

    TeamId id() {
        return id;
    }

    Team parent() {
        return parent;
    }

    boolean active() {
        return !retired;
    }

    PersonId anybody() {
        return world.chances().oneOf(people);
    }

    PersonId anybodyBut(PersonId person) {
        return world.chances()
                .oneOf(people.stream().filter(other -> !other.equals(person)).toList());
    }

    void rename() {
        if (retired) {
            return;
        }
        var old = name;
        name = "Team %d of %s".formatted(number, world.now().toString().substring(0, 7));
        if (!name.equals(old)) {
            world.write(Company.LEAD, "RenameTeam", stream, new TeamRenamed(id, old, name));
        }
    }

    void moveBelow(Team other) {
        if (!retired && parent != null && other != parent && !other.isBelow(this)) {
            var old = parent;
            parent = other;
            world.write(Company.LEAD, "MoveTeam", stream, new TeamMoved(id, old.id, other.id));
        }
    }

    void retire() {
        if (!retired && parent != null) {
            retired = true;
            world.write(Company.LEAD, "RetireTeam", stream, new TeamRetired(id, "Its work went to other teams"));
        }
    }

    private boolean isBelow(Team other) {
        return this == other || (parent != null && parent.isBelow(other));
    }
}
