import { formatMemory } from '../wording/format-quantity.ts'

/** A model file is missing, cut off, of another kind, or not what the catalogue says. */
export class ModelFileError extends Error {
  override name = 'ModelFileError'
  readonly code = 'DAMAGED'
}

/** Thrown before a model is loaded that would not fit into what is free. */
export class NotEnoughMemoryError extends Error {
  override name = 'NotEnoughMemoryError'
  readonly code = 'NOT_ENOUGH_MEMORY'
  readonly needBytes: number
  readonly freeBytes: number
  constructor(needBytes: number, freeBytes: number) {
    super(
      `The model needs ${formatMemory(needBytes)} of memory and ${formatMemory(freeBytes)} are free. Close other programs, or choose a smaller model or a shorter context.`,
    )
    this.needBytes = needBytes
    this.freeBytes = freeBytes
  }
}
