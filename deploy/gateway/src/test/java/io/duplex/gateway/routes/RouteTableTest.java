package io.duplex.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private static final PathRule EXACT = new PathRule.Exact("/a/b");
    private static final PathRule REGEX = new PathRule.Regex(Pattern.compile("/a/[^/]+"));
    private static final PathRule PREFIX = new PathRule.Prefix("/a");
    private static final PathRule LONGER_PREFIX = new PathRule.Prefix("/a/b");

    @Test
    void prefersExactThenRegularExpressionThenLongestPrefix() {
        assertThat(winner(route(REGEX, null, "regex"), route(EXACT, null, "exact")))
                .isEqualTo("exact");
        assertThat(winner(route(LONGER_PREFIX, null, "prefix"), route(REGEX, null, "regex")))
                .isEqualTo("regex");
        assertThat(winner(route(PREFIX, null, "short"), route(LONGER_PREFIX, null, "long")))
                .isEqualTo("long");
    }

    @Test
    void prefersAMatchWithAMethod() {
        assertThat(winner(route(EXACT, null, "any"), route(EXACT, HttpMethod.GET, "get")))
                .isEqualTo("get");
    }

    @Test
    void prefersAMoreSpecificPathOverAMethod() {
        assertThat(winner(route(PREFIX, HttpMethod.GET, "get"), route(EXACT, null, "any")))
                .isEqualTo("any");
    }

    @Test
    void takesTheFirstOnATie() {
        assertThat(winner(route(EXACT, null, "first"), route(EXACT, null, "second")))
                .isEqualTo("first");
    }

    @Test
    void knowsTheMethodsOfAPath() {
        RouteTable table =
                new RouteTable(List.of(route(EXACT, HttpMethod.POST, "a"), route(REGEX, HttpMethod.GET, "b")));

        assertThat(table.methods("/a/b")).containsExactly("GET", "POST");
        assertThat(table.methods("/a/c")).containsExactly("GET");
        assertThat(table.methods("/b")).isEmpty();
        assertThat(table.find(HttpMethod.PUT, "/a/b")).isEmpty();
    }

    @Test
    void prefixTakesWholeElements() {
        assertThat(PREFIX.matches("/a")).isTrue();
        assertThat(PREFIX.matches("/a/c")).isTrue();
        assertThat(PREFIX.matches("/ab")).isFalse();
        assertThat(new PathRule.Prefix("/").matches("/anything")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "a",
                "//a",
                "/a//b",
                "/a/./b",
                "/a/../b",
                "/a/..",
                "/a/%2e%2E/b",
                "/a%2fb",
                "/a%5cb",
                "/a\\b",
                "/a%00",
                "/a%7f",
                "/a;b=c",
                "/a%zz",
                "/a%2",
                "/ä",
                "/a b"
            })
    void knowsNoAmbiguousPath(String path) {
        RouteTable table = new RouteTable(
                List.of(route(new PathRule.Prefix("/"), null, "all"), route(new PathRule.Exact(path), null, "exact")));

        assertThat(table.find(HttpMethod.GET, path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/", "/a.b/..c", "/auth0%7C1", "/a@b:c", "/%C3%A4"})
    void knowsUnusualPaths(String path) {
        RouteTable table = new RouteTable(List.of(route(new PathRule.Prefix("/"), null, "all")));

        assertThat(table.find(HttpMethod.GET, path)).isPresent();
    }

    private static String winner(Route... routes) {
        return new RouteTable(List.of(routes))
                .find(HttpMethod.GET, "/a/b")
                .orElseThrow()
                .backend();
    }

    private static Route route(PathRule path, @Nullable HttpMethod method, String backend) {
        return new Route(path, method, backend, Duration.ofSeconds(1));
    }
}
