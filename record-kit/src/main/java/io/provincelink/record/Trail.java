package io.provincelink.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The way to all hits of one condition in the order of lists, however far back they begin. An index keeps a number with each row, such
 * as a year, and under each number the ids in their order: a strand. A few strands hold all hits, and merging them reads as many rows as
 * are asked for. What it leads to is only where to look: scope and all conditions are asked of the records that lie there.
 *
 * @param numbers of the strands that may have hits
 * @param hits SQL that a row of these strands fulfils if its record is a hit
 * @param parameters of {@code hits} and of the index' rows
 */
public record Trail(Index index, Numbers numbers, String hits, Map<String, Object> parameters) {

    /**
     * What the database keeps in this order: what {@code rows} is equal to, the number, the id downwards.
     *
     * @param rows table and condition, {@code phase where status = :status}
     * @param id column with the record's id
     * @param number SQL of the number, word by word as in the index
     */
    public record Index(String rows, String id, String number) {}

    /** @param holdHits those between the first and the last that may have hits; they are asked for, whether there are such or not */
    public record Numbers(int first, int last, IntPredicate holdHits) {

        /** The years of days between these two. */
        public static Numbers years(LocalDate from, LocalDate to) {
            return new Numbers(from.getYear(), to.getYear(), year -> true);
        }
    }

    /** SQL for the numbers that rows have, upwards. It steps from one to the next, and reads one row of each. */
    String numbersInUse() {
        String next = "select min(%s) from %s and %1$s".formatted(index.number, index.rows);
        return "with recursive strand (number) as (" + next + " between " + numbers.first + " and " + numbers.last
                + " union all select (" + next + " > strand.number and %s <= %d)".formatted(index.number, numbers.last)
                + " from strand where strand.number is not null)"
                + " select number from strand where number is not null";
    }

    /** Of these numbers in use, those that may have hits. */
    List<Integer> strands(List<Integer> inUse) {
        return inUse.stream().filter(numbers.holdHits::test).toList();
    }

    /** SQL for the ids of these strands, newest first. */
    String merged(List<Integer> strands, boolean after) {
        // offset 0 leaves the planner no other index: the number and the hits together look rarer to it than they are
        String strand =
                """
                (select %1$s as id from (select * from %2$s and %3$s = %%d%4$s order by %1$s desc offset 0) strand
                  where %5$s order by %1$s desc)""".formatted(index.id, index.rows, index.number, after ? " and " + index.id + " < :after" : "", hits);
        return strands.stream()
                        .map(strand::formatted)
                        .collect(Collectors.joining(" union all ", "select id from (", ")"))
                + " strand order by id desc";
    }
}
