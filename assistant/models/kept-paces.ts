import type { KeptPace } from '../../models/local/remote-language-model.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { NoSpaceError } from '../../store/store-errors.ts'

/** A prompt is read some per cent faster or slower each time; that is not worth a write. */
const CHANGE_AT_LEAST = 0.1

/** How fast the models read on this computer, by hash. Nothing is known, or kept, while the home is locked (null). */
export function keptPaces(settings: () => JsonSettings | null): (sha256: string) => KeptPace {
  return (sha256) => {
    const read = () => {
      const kept = settings()?.get(keyOf(sha256))
      return typeof kept === 'number' && kept > 0 ? kept : null
    }
    return {
      read,
      keep(tokensPerSecond) {
        const before = read()
        if (before !== null && Math.abs(tokensPerSecond / before - 1) < CHANGE_AT_LEAST) return
        try {
          settings()?.set(keyOf(sha256), tokensPerSecond)
        } catch (error) {
          // The answer that is being written does not depend on it.
          if (!(error instanceof NoSpaceError)) throw error
        }
      },
    }
  }
}

function keyOf(sha256: string): string {
  return `reading pace ${sha256}`
}
