import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { Provider } from '../../../contract/provider.ts'

const os = implement(contract)

/** Providers that keep what is saved until the page is closed. */
export function providerPart() {
  const { provider } = os
  const kept = new Map<string, Provider>()
  return {
    list: provider.list.handler(() => [...kept.values()]),
    save: provider.save.handler(({ input: { key, ...given } }) => {
      const before = kept.get(given.provider)?.keyEnding ?? null
      const saved = { ...given, keyEnding: key === undefined ? before : (key?.slice(-4) ?? null) }
      kept.set(given.provider, saved)
      return saved
    }),
    remove: provider.remove.handler(({ input }) => void kept.delete(input.provider)),
  }
}
