import type { JsonSettings } from '../../store/stored-json.ts'

/** As the store keeps them: what comes back is a copy. */
export function settingsInMemory(...kept: readonly (readonly [key: string, value: unknown])[]): JsonSettings {
  const values = new Map<string, unknown>(kept)
  return {
    get: (key) => structuredClone(values.get(key)),
    has: (key) => values.has(key),
    set: (key, value) => void values.set(key, structuredClone(value)),
    remove: (key) => void values.delete(key),
    all: () => structuredClone(Object.fromEntries(values)),
  }
}
