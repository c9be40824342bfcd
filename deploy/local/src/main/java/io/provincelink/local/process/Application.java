package io.provincelink.local.process;

import java.nio.file.Path;
import java.util.Map;

/**
 * One of the suite's applications, ready to be started.
 *
 * @param name of its module, by which people call it
 * @param jar that runs it
 * @param managementPort on 127.0.0.1, where it says whether it is ready
 * @param environment its configuration; not on the command line, where everybody on the machine could read the secrets
 */
public record Application(String name, Path jar, int managementPort, Map<String, String> environment) {}
