package io.provincelink.trade.load.merge;

/** How far a load is, in percent of the whole; a rough measure of how long the steps take. */
public enum LoadStep {
    RECEIVED(50),
    CHECKED(55),
    COMPARED(65),
    WRITTEN(85),
    ADDED_UP(98),
    DONE(100);

    private final int percent;

    LoadStep(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }
}
