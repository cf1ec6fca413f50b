package io.okrledger.command.support.lines;

import static java.util.Objects.requireNonNull;

import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.requests.Bodies;
import io.okrledger.command.support.requests.Ids;
import io.okrledger.command.support.requests.References;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All types of lines that there are. */
@Component
public final class LineTypes {

    private final Map<String, LineType<?, ?>> types = new TreeMap<>();
    private final Bodies bodies;
    private final Ids ids;

    public LineTypes(List<LineType<?, ?>> types, Bodies bodies, Ids ids) {
        types.forEach(type -> this.types.put(type.name(), type));
        this.bodies = bodies;
        this.ids = ids;
    }

    /** The name of the type that makes things with such ids. */
    public Optional<String> making(Class<?> idType) {
        return types.values().stream()
                .filter(type -> idType.equals(type.makes()))
                .map(LineType::name)
                .findFirst();
    }

    /**
     * Reads what a line says.
     *
     * @param now nothing that is imported has happened later
     * @throws InvalidRequest naming every field that is wrong
     */
    public Line read(JsonNode said, References references, Instant now) {
        if (!(said.deepCopy() instanceof ObjectNode line)) {
            throw new InvalidRequest("", "wrong-type", "Expected an object here.");
        }
        var fingerprint = bodies.fingerprint(said);
        var problems = new ArrayList<FieldProblem>();
        var heading = read(part(line, Heading.class), Heading.class, References.NONE, problems);
        heading.check(now, problems);
        var type = types.get(String.valueOf(heading.type()));
        if (type == null) {
            if (heading.type() != null) {
                problems.add(
                        new FieldProblem("/type", "malformed", "One of " + String.join(", ", types.keySet()) + "."));
            }
            throw new InvalidRequest(problems);
        }
        var request = request(type, line, heading, references, problems);
        return new Line(heading.type(), heading.ref(), fingerprint, heading.effectiveAt(), request);
    }

    private <P extends Record, B extends Record> Request request(
            LineType<P, B> type, ObjectNode line, Heading heading, References references, List<FieldProblem> problems) {
        var place = read(part(line, type.place()), type.place(), references, problems);
        var body = read(line, type.body(), references, problems);
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return type.asking().request(ids, place, body, heading.effectiveAt());
    }

    private <T extends Record> T read(
            ObjectNode fields, Class<T> type, References references, List<FieldProblem> problems) {
        return requireNonNull(bodies.read(fields, type, references, problems), "an object is never read as null");
    }

    /** Takes the fields of a record out of the line; what is left in the end nobody knows. */
    private static ObjectNode part(ObjectNode line, Class<? extends Record> type) {
        var part = line.objectNode();
        for (var field : type.getRecordComponents()) {
            var value = line.remove(field.getName());
            if (value != null) {
                part.set(field.getName(), value);
            }
        }
        return part;
    }
}
