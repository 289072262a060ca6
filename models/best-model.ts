import type { CatalogueModel, Purpose } from './catalogue.ts'
import { fitsMemory, neededBytes } from './fit.ts'
import type { InstalledModel } from './installed.ts'

type Installed = Pick<InstalledModel, 'model' | 'damage'>

export type BestModelOptions = {
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
