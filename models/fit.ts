import type { CatalogueModel } from './catalogue.ts'
import { modelBytes } from './catalogue.ts'
import type { Computer } from './computer.ts'
import { WORKING_BYTES } from './memory.ts'
import { sizeText } from './size-text.ts'

/** Whether a model fits a computer; the shape is that of the contract. */
export type Fit = {
  readonly verdict: 'yes' | 'slow' | 'no'
  /** A sentence for the user. */
  readonly why: string
  /** Memory of the model alone: file, context, and room to work. */
  readonly needBytes: number
}

/** For the operating system and a browser (`models.md`: 3-4 GB). */
const SYSTEM_BYTES = 3_500_000_000
/**
 * Bytes of weights that one core gets through in a second: Qwen2.5-Coder-1.5B made 6.3 tokens a second on one core and
 * the 0.5B 15-17 (`models.md`). More than six cores wait for the memory.
 */
const BYTES_PER_CORE_SECOND = 7_000_000_000
const MOST_CORES_OF_USE = 6
/** Slower than this, a short answer takes longer than a minute. */
const LEAST_TOKENS_PER_SECOND = 4

/** Says whether a model fits into the memory there is, with a context of so many tokens, and whether it would be slow. */
export function fitModel(model: CatalogueModel, contextTokens: number, computer: Computer): Fit {
  const fileBytes = modelBytes(model)
  const needBytes = neededBytes(model, contextTokens)
  const need = `It needs ${sizeText(needBytes)} of memory`
  if (!fitsMemory(needBytes, computer.memoryBytes))
    return {
      verdict: 'no',
      why: `${need}, and this computer has ${sizeText(computer.memoryBytes)}, of which the system takes its part.`,
      needBytes,
    }
  if (needBytes > computer.freeBytes)
    return {
      verdict: 'slow',
      why: `${need}, and ${sizeText(computer.freeBytes)} are free now. Close other programs first.`,
      needBytes,
    }
  if (
    model.kind === 'language' &&
    computer.graphics === null &&
    tokensPerSecond(fileBytes, computer.threads) < LEAST_TOKENS_PER_SECOND
  )
    return {
      verdict: 'slow',
      why: `${need}, which is there, but with ${coresText(computer.threads)} at work it will write slowly.`,
      needBytes,
    }
  return { verdict: 'yes', why: `${need}, and ${sizeText(computer.freeBytes)} are free.`, needBytes }
}

/** Memory of a model alone: file, context, and room to work. */
export function neededBytes(model: CatalogueModel, contextTokens: number): number {
  const contextBytes = model.kind === 'language' ? model.language.contextBytesPerToken * contextTokens : 0
  return modelBytes(model) + contextBytes + WORKING_BYTES
}

/** Whether it leaves the system its part of the memory that there is. */
export function fitsMemory(needBytes: number, memoryBytes: number): boolean {
  return needBytes + SYSTEM_BYTES <= memoryBytes
}

function tokensPerSecond(fileBytes: number, threads: number): number {
  return (Math.min(threads, MOST_CORES_OF_USE) * BYTES_PER_CORE_SECOND) / fileBytes
}

function coresText(cores: number): string {
  return cores === 1 ? 'one core' : `${cores} cores`
}
