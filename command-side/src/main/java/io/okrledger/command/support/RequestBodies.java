package io.okrledger.command.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps request bodies within their limit and takes their fingerprint: over what was understood and not over the bytes,
 * so that white space and the order of fields make no other request.
 */
@ControllerAdvice(basePackages = "io.okrledger.command")
final class RequestBodies extends RequestBodyAdviceAdapter {

    static final int LARGEST = 1024 * 1024;

    private static final String BODY = RequestBodies.class.getName();

    private final JsonMapper json;
    private final Validator validator;
    private final HttpServletRequest request;

    RequestBodies(JsonMapper json, Validator validator, HttpServletRequest request) {
        this.json = json;
        this.validator = validator;
        this.request = request;
    }

    /** A body ended beyond the limit. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("A request body has at most " + LARGEST + " bytes.");
        }
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        BodyProblems.begin();
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() throws IOException {
                return new Limited(message.getBody());
            }

            @Override
            public HttpHeaders getHeaders() {
                return message.getHeaders();
            }
        };
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        refuseIfMalformed(body);
        if (request.getHeader(CallerArgument.IDEMPOTENCY_KEY) != null) {
            request.setAttribute(BODY, json.writeValueAsBytes(body));
        }
        return body;
    }

    private void refuseIfMalformed(Object body) {
        var problems = BodyProblems.end();
        if (problems.isEmpty()) {
            return;
        }
        var noted = problems.stream().map(FieldProblem::pointer).toList();
        validator.validate(body).stream()
                .map(violation -> FieldProblem.of(violation.getPropertyPath().toString(), violation.getMessage()))
                .filter(problem -> !noted.contains(problem.pointer()))
                .forEach(problems::add);
        throw new InvalidRequest(problems);
    }

    static String fingerprint(HttpServletRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            if (request.getAttribute(BODY) instanceof byte[] body) {
                digest.update(body);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static final class Limited extends FilterInputStream {

        private int left = LARGEST;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            return next < 0 ? next : counted(1) + next - 1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return counted(super.read(target, offset, length));
        }

        private int counted(int count) throws IOException {
            left -= Math.max(count, 0);
            if (left < 0) {
                throw new TooLarge();
            }
            return count;
        }
    }
}
