import { sizeText } from './computer.ts'

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
      `The model needs ${sizeText(needBytes)} of memory and ${sizeText(freeBytes)} are free. Close other programs, or choose a smaller model or a shorter context.`,
    )
    this.needBytes = needBytes
    this.freeBytes = freeBytes
  }
}
