package io.okrledger.query.http.export;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.okrledger.query.http.export.Column.Kind;
import io.okrledger.query.support.paging.Unfold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonAnyFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;

/** Walks through the JSON that a type is written as, and collects its columns. */
final class ColumnFinder extends JsonFormatVisitorWrapper.Base {

    private final JsonMapper json;
    private final List<String> path;
    private final Found found;

    private ColumnFinder(JsonMapper json, List<String> path, Found found) {
        this.json = json;
        this.path = path;
        this.found = found;
    }

    /** Columns by name, as a field may come from several types; and the list to unfold, if there is one. */
    private static final class Found {
        final Map<String, Column> columns = new LinkedHashMap<>();

        @Nullable String unfolded;
    }

    static Table find(JavaType type, JsonMapper json) {
        var found = new Found();
        new ColumnFinder(json, List.of(), found).visit(type);
        return new Table(List.copyOf(found.columns.values()), found.unfolded);
    }

    private void visit(JavaType type) {
        var alternatives = type.getRawClass().getAnnotation(JsonSubTypes.class);
        if (type.isJavaLangObject()) {
            add(Kind.TEXT);
            return;
        } else if (alternatives == null) {
            json.acceptJsonFormatVisitor(type, this);
            return;
        }
        at(type.getRawClass().getAnnotation(JsonTypeInfo.class).property()).add(Kind.TEXT);
        for (var alternative : alternatives.value()) {
            json.acceptJsonFormatVisitor(json.constructType(alternative.value()), this);
        }
    }

    private void visit(BeanProperty property) {
        var type = property.getType();
        if (property.getAnnotation(Unfold.class) != null) {
            found.unfolded = property.getName();
            at(property.getName()).visit(type.getContentType());
        } else {
            at(property.getName()).visit(type);
        }
    }

    private ColumnFinder at(String name) {
        var deeper = new ArrayList<>(path);
        deeper.add(name);
        return new ColumnFinder(json, deeper, found);
    }

    private void add(Kind kind) {
        var column = Column.at(path, kind);
        found.columns.putIfAbsent(column.name(), column);
    }

    @Override
    public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
        return new JsonObjectFormatVisitor.Base(getContext()) {

            @Override
            public void property(BeanProperty property) {
                visit(property);
            }

            @Override
            public void optionalProperty(BeanProperty property) {
                visit(property);
            }

            @Override
            public void property(String name, JsonFormatVisitable handler, JavaType type) {
                at(name).visit(type);
            }

            @Override
            public void optionalProperty(String name, JsonFormatVisitable handler, JavaType type) {
                at(name).visit(type);
            }
        };
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
        add(type.hasRawClass(Instant.class) ? Kind.INSTANT : type.hasRawClass(LocalDate.class) ? Kind.DAY : Kind.TEXT);
        return new JsonStringFormatVisitor.Base();
    }

    @Override
    public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
        add(Kind.DECIMAL);
        return new JsonNumberFormatVisitor.Base();
    }

    @Override
    public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
        add(Kind.WHOLE);
        return new JsonIntegerFormatVisitor.Base();
    }

    @Override
    public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
        add(Kind.TRUTH);
        return new JsonBooleanFormatVisitor.Base();
    }

    @Override
    public JsonMapFormatVisitor expectMapFormat(JavaType type) {
        add(Kind.TEXT);
        return new JsonMapFormatVisitor.Base(getContext());
    }

    @Override
    public JsonAnyFormatVisitor expectAnyFormat(JavaType type) {
        add(Kind.TEXT);
        return new JsonAnyFormatVisitor.Base();
    }
}
