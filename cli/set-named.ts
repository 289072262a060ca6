import type { QuestionSet } from '../contract/evaluation.ts'
import type { AssistantClient } from '../contract/index.ts'
import { matterOption } from './matter-option.ts'
import { notFound } from './usage-error.ts'

/** A set by its name or id; those of the matter come first. */
export async function setNamed(assistant: AssistantClient, matter: string | null, name: string): Promise<QuestionSet> {
  const sets = await assistant.evaluation.sets({ matter })
  const found = sets.find((set) => set.name === name || set.set === name)
  if (!found)
    throw notFound(`There is no question set "${name}". To see them all: consilium eval sets${matterOption(matter)}`)
  return found
}
