import type { AssistantClient } from '../contract/index.ts'
import type { Matter } from '../contract/matter.ts'
import { notFound } from './usage-error.ts'

/** The matter of this name or id, for what a command prints about it. */
export async function matterNamed(assistant: AssistantClient, nameOrId: string): Promise<Matter> {
  const found = (await assistant.matter.list()).find(({ matter, id }) => matter === nameOrId || id === nameOrId)
  if (!found) throw notFound(`There is no matter "${nameOrId}". To see them all: consilium matter list`)
  return found
}
