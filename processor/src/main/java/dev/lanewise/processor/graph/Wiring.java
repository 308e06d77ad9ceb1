package dev.lanewise.processor.graph;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        sort();
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
    private List<MethodDeclaration> suppliers(MethodDeclaration method) {
        return method.parameters().stream()
                .map(ParameterDeclaration::name)
                .flatMap(name -> find(name).stream())
                .toList();
    }

    private void sort() {
        Set<MethodDeclaration> waiting = new LinkedHashSet<>(methods.values());
        while (!waiting.isEmpty()) {
            Optional<MethodDeclaration> ready = waiting.stream()
                    .filter(method -> suppliers(method).stream().noneMatch(waiting::contains))
                    .findFirst();
            if (ready.isPresent()) {
                order.add(ready.get());
                waiting.remove(ready.get());
            } else {
                List<MethodDeclaration> cycle = cycle(waiting);
                cycles.add(cycle);
                order.addAll(cycle);
                cycle.forEach(waiting::remove);
            }
        }
    }

    /** Every layer that waits, waits for another that does: following them ends in a ring. */
    private List<MethodDeclaration> cycle(Set<MethodDeclaration> waiting) {
        List<MethodDeclaration> path = new ArrayList<>();
        MethodDeclaration next = waiting.iterator().next();
        while (!path.contains(next)) {
            path.add(next);
            next = suppliers(next).stream()
                    .filter(waiting::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<MethodDeclaration> ring = path.subList(path.indexOf(next), path.size());
        return startingAtFirstWritten(ring);
    }

    private List<MethodDeclaration> startingAtFirstWritten(List<MethodDeclaration> ring) {
        MethodDeclaration first =
                methods.values().stream().filter(ring::contains).findFirst().orElseThrow();
        int start = ring.indexOf(first);
        List<MethodDeclaration> rotated = new ArrayList<>(ring.subList(start, ring.size()));
        rotated.addAll(ring.subList(0, start));
        return rotated;
    }
}
