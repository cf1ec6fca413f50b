package io.okrledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.util.DigestUtils;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives every answer to a read a tag by its content, so that 304 works; it looks at successful GETs only. In one process
 * with the command side it holds nothing else back: others are told as they come about.
 */
final class ContentEtag extends ShallowEtagHeaderFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    ContentEtag() {
        setWriteWeakETag(true);
    }

    /** The tag of an answer with this body. */
    static String of(byte[] body) {
        return "W/\"0" + DigestUtils.md5DigestAsHex(body) + "\"";
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READS.contains(request.getMethod());
    }
}
