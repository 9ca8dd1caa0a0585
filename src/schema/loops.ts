/** A node and those of its successors that were not looked at yet. */
interface Step {
  readonly node: string;
  readonly rest: Iterator<string>;
}

/** A node of a directed graph that can be reached from itself; `undefined` where there is none. Depth first, with a stack of its own. */
export function loopIn(graph: ReadonlyMap<string, readonly string[]>): string | undefined {
  const state = new Map<string, 'open' | 'done'>();
  for (const start of graph.keys()) {
    if (state.has(start)) continue;
    const found = loopFrom(start, graph, state);
    if (found !== undefined) return found;
  }
  return undefined;
}

function loopFrom(
  start: string,
  graph: ReadonlyMap<string, readonly string[]>,
  state: Map<string, 'open' | 'done'>,
): string | undefined {
  const open = (node: string): Step => {
    state.set(node, 'open');
    return { node, rest: (graph.get(node) ?? []).values() };
  };
  const path = [open(start)];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.rest.next();
    if (next.done === true) {
      state.set(top.node, 'done');
      path.pop();
    } else if (state.get(next.value) === 'open') return next.value;
    else if (!state.has(next.value)) path.push(open(next.value));
  }
  return undefined;
}
