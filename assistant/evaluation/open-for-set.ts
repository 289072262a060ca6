import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { Assistant } from '../assistant.ts'
import { AssistantError } from '../home/assistant-error.ts'
import type { MatterReferences } from '../references/search-references.ts'
import { packsOf } from '../rules/packs/matter-packs.ts'
import { type EvaluationMatter, openEvaluationMatter } from './evaluation-matter.ts'
import type { EvaluationPlace } from '../questions/evaluation-place.ts'
import { type KeptSet, readEvaluationSet, type SetRules } from '../questions/question-set.ts'
import { unrecordedMatter } from './unrecorded-matter.ts'

const NO_RULES: SetRules = { packs: [], facts: [] }

export type Opening = {
  readonly place: EvaluationPlace
  readonly set: KeptSet
  readonly left: readonly SetQuestion[]
  readonly tell: (stage: string) => void
}

export type OpenedForSet = EvaluationMatter & {
  readonly rules: SetRules
  /** Those that its matter is searched together with; null: the set has documents of its own. */
  readonly references: MatterReferences | null
}

/** The matter itself, or one for as long as the run lasts, with the documents or passages of the set. */
export async function openForSet(
  { place: { matter }, set, left, tell }: Opening,
  assistant: Assistant,
  signal: AbortSignal,
): Promise<OpenedForSet> {
  if (set.documents === 'matter') {
    if (!matter) throw new AssistantError('NOT_FOUND', 'The matter of this set is not there.')
    const user = matter.users.enter()
    const rules: SetRules = { packs: [...packsOf(matter.store.settings)], facts: [] }
    const references = await assistant.references.of(matter.id)
    const close = async () => user[Symbol.dispose]()
    return { matter: unrecordedMatter(matter), rules, references, [Symbol.asyncDispose]: close }
  }
  const source =
    set.folder === null
      ? { name: set.name, documents: null, questions: left, rules: NO_RULES }
      : await readEvaluationSet(set.folder)
  const opening = openEvaluationMatter(assistant, source, left, signal)
  for (;;) {
    const next = await opening.next()
    if (next.done) return { ...next.value, rules: source.rules, references: null }
    tell(`reading, ${next.value.done} of ${next.value.of} documents`)
  }
}
