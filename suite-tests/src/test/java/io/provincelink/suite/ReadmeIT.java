package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the README shows is what happens. Its commands that build, start and test are run by {@code .ci/run}. */
@ExtendWith(SharedSuite.class)
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```(sh|json)\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");

    private final RunningSuite suite;

    ReadmeIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void every_command_of_the_readme_and_of_the_pages_for_others_works_as_it_stands() throws IOException {
        List<String> commands = new ArrayList<>(blocks("README.md", "sh"));
        assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
        commands.addAll(blocks("docs/partners.md", "sh"));
        commands.addAll(blocks("docs/sdmx.md", "sh"));
        commands.addAll(blocks("docs/composition.md", "sh"));
        commands.addAll(blocks("docs/identity.md", "sh"));

        for (String command : commands) {
            String said = RunningSuite.run(List.of("sh", "-ec", here(command)));

            assertThat(said).as(command).doesNotContain("urn:provincelink:problem");
        }
    }

    @Test
    void the_answer_in_the_readme_is_the_true_one() throws IOException {
        JsonNode shown = new ObjectMapper().readTree(blocks("README.md", "json").get(0));

        JsonNode review = suite.get("/api/v1/programmes/ha-giang-wenshan-2016-2020/review")
                .json();

        assertThat(review.at("/results")).contains(shown);
        assertThat(review.at("/results")).hasSize(8);
    }

    @Test
    void every_test_that_a_page_names_is_there() throws IOException {
        Set<String> known;
        try (Stream<Path> files = Files.walk(RunningSuite.ROOT)) {
            known = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        Set<String> named = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(RunningSuite.ROOT.resolve("docs"))) {
            for (Path page :
                    pages.filter(page -> page.toString().endsWith(".md")).toList()) {
                NAMED_TEST.matcher(Files.readString(page)).results().forEach(name -> named.add(name.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(50).isSubsetOf(known);
    }

    private static List<String> blocks(String page, String language) throws IOException {
        return BLOCK.matcher(Files.readString(RunningSuite.ROOT.resolve(page)))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The same command for the suite of this test instead of the one on the usual port. */
    private String here(String command) {
        return command.replace("localhost:8080", "127.0.0.1:" + suite.port())
                .replaceAll("(deploy/local/service .*)", "$1 --data \"\\$DATA\"")
                .replace("deploy/local/data/", "\"$DATA\"/")
                .replace("$DATA", suite.data().toString());
    }
}
