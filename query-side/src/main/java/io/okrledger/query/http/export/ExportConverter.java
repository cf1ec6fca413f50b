package io.okrledger.query.http.export;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers as tables in one format, row by row. */
public final class ExportConverter extends AbstractGenericHttpMessageConverter<Object> {

    private static final List<Format> FORMATS = List.of(new Csv(), new Parquet());

    private final Format format;
    private final JsonMapper json;
    private final Map<Class<?>, Table> tables = new ConcurrentHashMap<>();

    private ExportConverter(Format format, JsonMapper json) {
        super(format.mediaType());
        this.format = format;
        this.json = json;
    }

    /** One converter for each format. */
    public static List<ExportConverter> all(JsonMapper json) {
        return FORMATS.stream().map(format -> new ExportConverter(format, json)).toList();
    }

    /** The forms in which answers of this type can be exported. */
    public static List<MediaType> formsOf(Type answer) {
        return Export.rowOf(answer).isPresent()
                ? FORMATS.stream().map(Format::mediaType).toList()
                : List.of();
    }

    /** What the names of files of this form end with. */
    public static String endingOf(MediaType form) {
        return FORMATS.stream()
                .filter(format -> format.mediaType().equalsTypeAndSubtype(form))
                .map(Format::ending)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> clazz, @Nullable MediaType mediaType) {
        return Export.rowOf(type == null ? clazz : type).isPresent() && canWrite(mediaType);
    }

    @Override
    protected void writeInternal(Object body, @Nullable Type type, HttpOutputMessage message) throws IOException {
        var row = Export.rowOf(type == null ? body.getClass() : type).orElseThrow();
        var table = tables.computeIfAbsent(row, it -> ColumnFinder.find(json.constructType(it), json));
        var rows = format.open(table, message.getBody());
        ((Export) body)
                .portions()
                .forEachRemaining(
                        items -> items.forEach(item -> table.rows(json.<ObjectNode>valueToTree(item), rows::add)));
        rows.complete();
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("A table is written, never read", message);
    }

    @Override
    public Object read(Type type, @Nullable Class<?> context, HttpInputMessage message) {
        return readInternal(Object.class, message);
    }
}
