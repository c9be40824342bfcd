package io.provincelink.gateway.feed;

import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * Where a question to a service begins, whoever asks. Asked on another thread, an answer that comes in one piece may be over before anybody
 * listens to it.
 */
record EventLoop(Vertx vertx) implements Executor {

    @Override
    public void execute(Runnable command) {
        vertx.getOrCreateContext().runOnContext(begun -> command.run());
    }
}
