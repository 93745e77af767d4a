package io.duplex.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void endsWhereNothingFollows() {
        var page = Page.of(List.of("c", "b"), 2, found -> found, found -> found);

        assertThat(page.items()).containsExactly("c", "b");
        assertThat(page.page().next()).isNull();
    }

    @Test
    void pointsBehindItsLastItem() {
        var page = Page.of(List.of("c", "b", "a"), 2, found -> found, found -> found);

        assertThat(page.items()).containsExactly("c", "b");
        assertThat(Page.position(page.page().next())).isEqualTo("b");
    }

    @Test
    void refusesACursorThatIsNotOurs() {
        assertThatThrownBy(() -> Page.position("%%%")).isInstanceOf(Problem.class);
    }
}
