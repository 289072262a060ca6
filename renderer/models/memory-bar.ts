import type { Computer, Fit } from '../../contract/model.ts'

/** Shares of the computer's memory, 0 to 1: used by others, wanted by the model, and where the memory ends. */
type MemoryBar = {
  readonly used: number
  readonly needed: number
  readonly isTooMuch: boolean
  readonly words: string
}

/** The bar beside a model; `needed` is cut where the memory ends, and `isTooMuch` says so. */
export function memoryBar(computer: Computer, fit: Fit): MemoryBar {
  const { memoryBytes, freeBytes } = computer
  const used = clamp((memoryBytes - freeBytes) / memoryBytes)
  const needed = clamp(fit.needBytes / memoryBytes)
  const isTooMuch = fit.verdict === 'no'
  const words = `needs ${gigabytes(fit.needBytes)} GB, ${gigabytes(freeBytes)} GB free`
  return { used, needed: Math.min(needed, 1 - used), isTooMuch, words }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1)
}
