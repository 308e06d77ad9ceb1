package dev.lanewise.processor.graph;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the values of a part hang together by their names, as far as the names are right: names that nothing has are
 * passed over.
 */
public final class Wiring {

    private final Role role;
    private final List<String> sources;
    private final Map<String, MethodDeclaration> methods = new LinkedHashMap<>();
    private final List<MethodDeclaration> order = new ArrayList<>();
    private final List<List<MethodDeclaration>> cycles = new ArrayList<>();

    private Wiring(PartDeclaration part) {
        role = part.role();
        sources = part.hasCondition() ? List.of(role.source(), Role.CONDITION) : List.of(role.source());
        part.methods().forEach(method -> methods.putIfAbsent(method.name(), method));
        sources.forEach(methods::remove);
        new Sorting().sort();
    }

    /**
     * Wires a part.
     *
     * @param part the part
     * @return its wiring
     */
    public static Wiring of(PartDeclaration part) {
        return new Wiring(part);
    }

    /** {@return what the part is there for} */
    public Role role() {
        return role;
    }

    /**
     * The layer that computes a value.
     *
     * @param name the value
     * @return the first layer of that name; nothing for the part's sources
     */
    public Optional<MethodDeclaration> find(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    /**
     * Whether a name stands for a value here.
     *
     * @param name the name
     * @return whether it is one of the part's sources or a layer's
     */
    public boolean knows(String name) {
        return sources.contains(name) || methods.containsKey(name);
    }

    /** {@return every name that can be used here: the part's sources, then the layers in source order} */
    public List<String> names() {
        List<String> names = new ArrayList<>(sources);
        names.addAll(methods.keySet());
        return names;
    }

    /** {@return the layers in the order of computation, ties broken by source order} */
    public List<MethodDeclaration> order() {
        return order;
    }

    /** {@return rings of layers, each computed from the next in the list and the last from the first} */
    public List<List<MethodDeclaration>> cycles() {
        return cycles;
    }

    /** The layers that a layer takes values from. */
    private Set<String> suppliers(String name) {
        return methods.get(name).parameters().stream()
                .map(ParameterDeclaration::name)
                .filter(methods::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Of the layers that have all they take, the first in source order comes next. */
    private final class Sorting {

        private final List<String> written = List.copyOf(methods.keySet());
        private final Map<String, Integer> places = new HashMap<>();
        /** How many of the layers that it takes values from are not yet in the order, for each layer that is not. */
        private final Map<String, Integer> missing = new HashMap<>();

        private final Map<String, List<String>> takers = new HashMap<>();
        private final PriorityQueue<Integer> ready = new PriorityQueue<>();

        void sort() {
            for (String name : written) {
                places.put(name, places.size());
                Set<String> suppliers = suppliers(name);
                missing.put(name, suppliers.size());
                suppliers.forEach(supplier -> takers.computeIfAbsent(supplier, none -> new ArrayList<>())
                        .add(name));
                if (suppliers.isEmpty()) {
                    ready.add(places.get(name));
                }
            }
            while (!missing.isEmpty()) {
                if (ready.isEmpty()) {
                    List<String> cycle = cycle(missing.keySet());
                    cycles.add(cycle.stream().map(methods::get).toList());
                    cycle.forEach(this::place);
                } else {
                    place(written.get(ready.remove()));
                }
            }
        }

        /** Puts a layer next in the order, unless it is there, as part of a cycle; others may then be ready. */
        private void place(String name) {
            if (missing.remove(name) != null) {
                order.add(methods.get(name));
                for (String taker : takers.getOrDefault(name, List.of())) {
                    if (missing.computeIfPresent(taker, (same, count) -> count - 1) instanceof Integer left
                            && left == 0) {
                        ready.add(places.get(taker));
                    }
                }
            }
        }
    }

    /** Every layer that waits, waits for another that does: following them ends in a ring, which starts where it is written. */
    private List<String> cycle(Set<String> waiting) {
        List<String> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String next = first(waiting);
        while (seen.add(next)) {
            path.add(next);
            next = first(suppliers(next), waiting);
        }
        List<String> ring = path.subList(path.indexOf(next), path.size());
        Collections.rotate(ring, -ring.indexOf(first(Set.copyOf(ring))));
        return List.copyOf(ring);
    }

    /** The first of some layers in source order. */
    private String first(Set<String> of) {
        return first(methods.keySet(), of);
    }

    private static String first(Set<String> names, Set<String> of) {
        return names.stream().filter(of::contains).findFirst().orElseThrow();
    }
}
