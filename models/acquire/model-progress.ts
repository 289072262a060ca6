export type AcquireWay = 'huggingface' | 'address' | 'package-index' | 'file'

/** How far getting a model has come; the shape is that of the contract. Always `model-start` first; `model-end` when it is there. */
export type ModelProgress =
  | {
      readonly type: 'model-start'
      readonly id: string
      readonly way: AcquireWay
      /** Where it comes from, told before anything is connected to. */
      readonly address: string
      readonly bytes: number
      /** Bytes that an earlier, interrupted attempt has left. */
      readonly resumedAt: number
    }
  | {
      readonly type: 'model-progress'
      readonly id: string
      readonly doneBytes: number
      readonly bytes: number
      readonly bytesPerSecond: number
      /** Null while it cannot be told. */
      readonly secondsLeft: number | null
    }
  | { readonly type: 'model-end'; readonly id: string; readonly path: string; readonly sha256: string }

const EVERY_MS = 250

/** Tells of progress four times a second at most, with the mean speed since `startBytes`. */
export function createMeter(id: string, startBytes: number) {
  const startedAt = performance.now()
  let toldAt = Number.NEGATIVE_INFINITY
  return (doneBytes: number, bytes: number): ModelProgress | null => {
    const now = performance.now()
    if (now - toldAt < EVERY_MS && doneBytes < bytes) return null
    toldAt = now
    const bytesPerSecond = Math.max(0, Math.round((doneBytes - startBytes) / Math.max(0.001, (now - startedAt) / 1000)))
    const secondsLeft = bytesPerSecond > 0 ? Math.ceil((bytes - doneBytes) / bytesPerSecond) : null
    return { type: 'model-progress', id, doneBytes, bytes, bytesPerSecond, secondsLeft }
  }
}
