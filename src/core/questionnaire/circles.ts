/**
 * Finds what depends on itself in the end.
 *
 * Shape  the answer gives each of them the number of its circle: two with the same number depend on each other. What is
 *        in no circle has none.
 */
export const circlesIn = <T>(nodes: readonly T[], dependsOn: (node: T) => Iterable<T>): ReadonlyMap<T, number> => {
  // Tarjan's strongly connected components: each node and each edge is looked at once.
  const seenAt = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const circleOf = new Map<T, number>();

  const visit = (node: T): number => {
    const at = seenAt.size;
    let low = at;
    seenAt.set(node, at);
    open.push(node);
    isOpen.add(node);
    let onItself = false;
    for (const other of dependsOn(node)) {
      onItself ||= other === node;
      if (!seenAt.has(other)) low = Math.min(low, visit(other));
      else if (isOpen.has(other)) low = Math.min(low, seenAt.get(other) ?? at);
    }
    if (low === at) {
      const circle = open.splice(open.indexOf(node));
      for (const member of circle) isOpen.delete(member);
      if (circle.length > 1 || onItself) for (const member of circle) circleOf.set(member, at);
    }
    return low;
  };

  for (const node of nodes) if (!seenAt.has(node)) visit(node);
  return circleOf;
};
