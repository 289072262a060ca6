/** The result of the key, from `work` where it is not known. */
export type KeptResults<T> = (key: string, work: () => Promise<T>) => Promise<T>

/** Keeps the newest `most` results. What fails or is interrupted is tried again when it is next asked for. */
export function keepResults<T>(most: number): KeptResults<T> {
  const known = new Map<string, { readonly result: T }>()
  return async (key, work) => {
    const kept = known.get(key) ?? { result: await work() }
    known.delete(key)
    known.set(key, kept)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return kept.result
  }
}
