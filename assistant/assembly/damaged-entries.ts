import * as z from 'zod'
import { DraftResult } from '../drafts/stored-draft.ts'
import { Card, Correction } from '../../contract/knowledge/card.ts'
import { Decision } from '../../contract/opinions/decision.ts'
import { EvaluationRun, RunRow, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { DamagedEntry, DamagedKind } from '../../contract/matter.ts'
import { Opinion } from '../../contract/opinions/opinion.ts'
import { Routing } from '../../contract/answers/routing.ts'
import type { CipherDatabase } from '../../store/cipher-database.ts'
import { isReplacedSetting, jsonIn } from '../../store/stored-json.ts'
import { type RawTable, rawRows } from '../../store/raw-rows.ts'
import { isReadableAnswer } from '../answers/stored-answer.ts'
import { NETWORK_KEY } from '../home/settings.ts'
import { FORBIDDEN_KEY } from '../packets/consent-to-packet.ts'
import { isWholePacket } from '../packets/packet-record.ts'
import { PASSWORDS_KEY } from '../reading/known-passwords.ts'
import { KeptSet } from '../questions/question-set.ts'
import { KeptEntity, SHIFT_KEY } from '../packets/matter-pseudonyms.ts'
import { KeptProvider } from '../packets/providers.ts'

type Kept = readonly [kind: DamagedKind, table: RawTable, isReadable: (value: unknown, id: string) => boolean]

const fits = (shape: z.ZodType) => (value: unknown) => shape.safeParse(value).success

/** Those for which no default stands where they are of another shape. */
const SETTINGS_FOR_GOOD: Readonly<Record<string, z.ZodType>> = {
  [SHIFT_KEY]: z.int(),
  [FORBIDDEN_KEY]: z.boolean(),
  [NETWORK_KEY]: z.boolean(),
}
const isReadableSetting = (value: unknown, key: string) =>
  isReplacedSetting(key) || (value !== undefined && (SETTINGS_FOR_GOOD[key]?.safeParse(value).success ?? true))

const IN_BOTH: readonly Kept[] = [
  ['setting', 'settings', isReadableSetting],
  ['question set', 'evaluation_sets', fits(KeptSet)],
  ['question', 'evaluation_questions', fits(SetQuestion)],
  ['run', 'evaluation_runs', fits(EvaluationRun)],
  ['result', 'evaluation_rows', fits(RunRow)],
]
const IN_MATTER: readonly Kept[] = [
  ['answer', 'answers', isReadableAnswer],
  ['opinion', 'opinions', fits(Opinion)],
  ['outgoing text', 'packets', isWholePacket],
  ['decision', 'decisions', fits(Decision)],
  ['correction', 'corrections', fits(Correction)],
  ['suggestion', 'routings', fits(Routing)],
  ['pseudonym', 'pseudonyms', fits(KeptEntity.omit({ pseudonym: true }))],
  ['fact', 'facts', fits(z.array(z.string()))],
  ['draft', 'drafts', fits(DraftResult.nullable())],
  ...IN_BOTH,
]
// What a card did is counted in columns of its own.
const CardText = Card.omit({ retrieved: true, helped: true, hurt: true, status: true })
const IN_APPLICATION: readonly Kept[] = [
  ['lesson', 'cards', fits(CardText)],
  ['provider', 'providers', fits(KeptProvider)],
  ...IN_BOTH,
]

/** What a matter, or the application, keeps of these kinds and can no longer read. The lists leave it out; its text is there. */
export function damagedEntries(
  database: CipherDatabase,
  place: 'matter' | 'application',
  kinds: readonly DamagedKind[],
): DamagedEntry[] {
  const looked = (place === 'matter' ? IN_MATTER : IN_APPLICATION).filter(([kind]) => kinds.includes(kind))
  return looked.flatMap(([kind, table, isReadable]) =>
    rawRows(database, table)
      .filter(({ id, text }) => !isReadable(jsonIn(text), id))
      .map(({ id, text }) => ({ kind, id, text: id === PASSWORDS_KEY ? null : text })),
  )
}
