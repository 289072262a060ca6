/**
 * Names that reach themselves, each with all that it reaches and that reach it back (strongly connected components, by
 * Tarjan). With a stack of its own: a chain of ten thousand rules is no deeper than one.
 */
export function groupsOf(targets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, ReadonlySet<string>>()
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const enter = (name: string): Frame => {
    order.set(name, order.size)
    lowest.set(name, order.get(name) ?? 0)
    open.push(name)
    isOpen.add(name)
    return { name, rest: (targets.get(name) ?? []).values() }
  }
  const lower = (name: string, to: number | undefined): void => {
    lowest.set(name, Math.min(lowest.get(name) ?? 0, to ?? Infinity))
  }
  for (const start of targets.keys()) {
    if (order.has(start)) continue
    const frames = [enter(start)]
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const { name } = frame
      const { value: next, done } = frame.rest.next()
      if (done) {
        frames.pop()
        const parent = frames.at(-1)
        if (parent) lower(parent.name, lowest.get(name))
        if (lowest.get(name) === order.get(name)) close(name, open, isOpen, targets, groups)
      } else if (!order.has(next)) frames.push(enter(next))
      else if (isOpen.has(next)) lower(name, order.get(next))
    }
  }
  return groups
}

type Frame = { readonly name: string; readonly rest: Iterator<string, undefined> }

function close(
  root: string,
  open: string[],
  isOpen: Set<string>,
  targets: ReadonlyMap<string, ReadonlySet<string>>,
  groups: Map<string, ReadonlySet<string>>,
): void {
  const group = new Set(open.splice(open.lastIndexOf(root)))
  for (const name of group) isOpen.delete(name)
  if (group.size === 1 && !targets.get(root)?.has(root)) return
  for (const name of group) groups.set(name, group)
}
