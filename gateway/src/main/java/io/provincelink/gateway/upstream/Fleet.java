package io.provincelink.gateway.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All instances of one service: those that are listed, and every address of those that are named. */
final class Fleet {

    private static final Logger LOG = Logger.getLogger(Fleet.class);

    private final Upstream service;
    private final List<URI> urls;
    private volatile List<Instance> instances;
    private Map<String, Instance> known = new LinkedHashMap<>();

    Fleet(Upstream service, List<URI> urls) {
        this.service = service;
        this.urls = List.copyOf(urls);
        // a name is left to the client until it has been looked up
        this.instances =
                urls.stream().map(url -> new Instance(url, url.getHost())).toList();
    }

    Upstream service() {
        return service;
    }

    List<String> origins() {
        return urls.stream()
                .map(url -> url.getScheme() + "://" + url.getAuthority())
                .toList();
    }

    List<Instance> instances() {
        return instances;
    }

    /** Of how many of them something may be wanted now; at least one, since one that is ill may yet answer. */
    int size() {
        return (int) Math.max(1, instances.stream().filter(Instance::isReady).count());
    }

    /**
     * The one to ask: of two ready ones by chance that with less to do. Where none is ready any will do, for it may be the
     * gateway that is mistaken.
     *
     * @param asked instances that were asked the same before; they are asked again only where there are no others
     * @return null while no name has an address
     */
    @Nullable
    Instance pick(Set<Instance> asked) {
        List<Instance> all = instances;
        if (all.size() == 1) {
            return all.get(0);
        }
        List<Instance> candidates = firstNotEmpty(
                all,
                instance -> instance.isReady() && !asked.contains(instance),
                instance -> !asked.contains(instance));
        if (candidates.isEmpty()) {
            return null;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Instance one = candidates.get(random.nextInt(candidates.size()));
        Instance other = candidates.get(random.nextInt(candidates.size()));
        return other.outstanding() < one.outstanding() ? other : one;
    }

    @SafeVarargs
    private static List<Instance> firstNotEmpty(List<Instance> all, Predicate<Instance>... preferences) {
        for (Predicate<Instance> preference : preferences) {
            List<Instance> found = all.stream().filter(preference).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return all;
    }

    boolean hasNames() {
        return urls.stream().anyMatch(url -> !isAddress(url.getHost()));
    }

    /** Looks all names up; what they do not lead to any more is asked nothing new. Blocks. */
    synchronized void lookUp() {
        Map<String, Instance> found = new LinkedHashMap<>();
        for (URI url : urls) {
            for (String address : addresses(url)) {
                String key = url.getScheme() + " " + address + " " + url.getPort();
                Instance before = known.get(key);
                found.put(key, before == null ? new Instance(url, address) : before);
            }
        }
        if (found.isEmpty() || found.keySet().equals(known.keySet())) {
            // better an old address than none
            return;
        }
        known = found;
        instances = List.copyOf(found.values());
        LOG.infof("%s has %d instances: %s", service.title(), instances.size(), instances);
    }

    private List<String> addresses(URI url) {
        if (isAddress(url.getHost())) {
            return List.of(url.getHost());
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(url.getHost()))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (UnknownHostException unknown) {
            LOG.warnf("%s: nobody knows where %s is", service.title(), url.getHost());
            return new ArrayList<>();
        }
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
