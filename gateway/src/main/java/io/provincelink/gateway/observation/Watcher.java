package io.provincelink.gateway.observation;

/** Is told of every request at its end, on its event loop: it must not wait for anything. */
public interface Watcher {

    void saw(Seen seen);
}
