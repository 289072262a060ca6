import type { OpenMatter } from '../home/open-matters.ts'

type Store = OpenMatter['store']

/** The same function of a text, read once as long as its matter is open: a version of a text never changes. */
export function onceForText<Value>(read: (store: Store, textVersionId: number) => Value): typeof read {
  const byStore = new WeakMap<Store, Map<number, Value>>()
  return (store, textVersionId) => {
    const known = byStore.get(store) ?? new Map<number, Value>()
    byStore.set(store, known)
    const before = known.get(textVersionId)
    if (before !== undefined) return before
    const value = read(store, textVersionId)
    known.set(textVersionId, value)
    return value
  }
}
