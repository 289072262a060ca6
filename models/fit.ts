import { type CatalogueModel, modelBytes, type Purpose } from './catalogue.ts'
import { type Computer, WORKING_BYTES } from './computer.ts'
import type { InstalledModel } from './installed.ts'

/** Whether a model fits a computer; the shape and its words are the contract's (`contract/model.ts`). */
type Fit = {
  readonly verdict: 'yes' | 'slow' | 'no'
  readonly reason: 'fits' | 'memory' | 'free' | 'cores'
  readonly needBytes: number
  readonly tokensPerSecond: number | null
} & Pick<Computer, 'memoryBytes' | 'freeBytes' | 'threads'>

/** For the operating system and a browser (`docs/models.md`: 3-4 GB). */
const SYSTEM_BYTES = 3_500_000_000

/**
 * Bytes of weights that one core gets through in a second: Qwen2.5-Coder-1.5B made 6.3 tokens a second on one core and
 * the 0.5B 15-17 (`docs/models.md`). More than six cores wait for the memory.
 */
const BYTES_PER_CORE_SECOND = 7_000_000_000
const MOST_CORES_OF_USE = 6

/** Slower than this, a short answer takes longer than a minute. */
const LEAST_TOKENS_PER_SECOND = 4

/** Says whether a model fits into the memory there is, with a context of so many tokens, and whether it would be slow. */
export function fitModel(model: CatalogueModel, contextTokens: number, computer: Computer): Fit {
  const { memoryBytes, freeBytes, threads } = computer
  const needBytes = neededBytes(model, contextTokens)
  const fit = { needBytes, memoryBytes, freeBytes, threads, tokensPerSecond: speedOf(model, computer) }
  if (!fitsMemory(needBytes, memoryBytes)) return { verdict: 'no', reason: 'memory', ...fit }
  if (needBytes > freeBytes) return { verdict: 'slow', reason: 'free', ...fit }
  if (isSlow(model, computer)) return { verdict: 'slow', reason: 'cores', ...fit }
  return { verdict: 'yes', reason: 'fits', ...fit }
}

/** Whether it writes more slowly than one waits. */
function isSlow(model: CatalogueModel, computer: Computer): boolean {
  const speed = speedOf(model, computer)
  return speed !== null && speed < LEAST_TOKENS_PER_SECOND
}

/** Null where a graphics processor does the work, of which nothing was measured, and of a model that writes nothing. */
function speedOf(model: CatalogueModel, { graphics, threads }: Computer): number | null {
  return model.kind === 'language' && graphics === null ? tokensPerSecond(modelBytes(model), threads) : null
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

type Installed = Pick<InstalledModel, 'model' | 'damage'>

type BestModelOptions = {
  readonly catalogue: readonly CatalogueModel[]
  readonly contextTokens: number
  /** Of the computer, used or free: what is free now changes with every program, and the model must not. */
  readonly memoryBytes: number
}

/** A file of the user's own was brought in to be used, though nothing is known of it. */
const ORDER: readonly (Purpose | null)[] = ['daily', null, 'try', 'tests']

/**
 * The model that answers where none was chosen: of those that fit the memory the one for daily work, then one to try the app, and one
 * for tests last; of equals the larger. Where none fits, the smallest. Damaged models and those that do not write are passed over.
 */
export function bestModel<M extends Installed>(installed: readonly M[], options: BestModelOptions): M | null {
  const { catalogue, contextTokens, memoryBytes } = options
  const ranked = installed
    .filter(({ model, damage }) => model.kind === 'language' && damage === null)
    .map((one) => {
      const needBytes = neededBytes(one.model, contextTokens)
      const place = ORDER.indexOf(purposeOf(one.model, catalogue))
      return { one, needBytes, place, fits: fitsMemory(needBytes, memoryBytes) }
    })
  const fitting = ranked.filter(({ fits }) => fits)
  const best =
    fitting.length > 0
      ? fitting.toSorted((a, b) => a.place - b.place || b.needBytes - a.needBytes)
      : ranked.toSorted((a, b) => a.needBytes - b.needBytes)
  return best[0]?.one ?? null
}

/** From the catalogue of this version where it has the very same file or the same name: the record beside a model may be older. */
export function purposeOf(model: CatalogueModel, catalogue: readonly CatalogueModel[]): Purpose | null {
  const hash = model.files[0]?.sha256 ?? null
  const sameFile = catalogue.find(({ files }) => hash !== null && files[0]?.sha256 === hash)
  const known = sameFile ?? catalogue.find(({ id }) => id === model.id) ?? model
  return known.kind === 'language' ? (known.language.purpose ?? null) : null
}
