import { ledgerDataOf } from '../../../contract/ledger.ts'
import * as z from 'zod'
import type { Answer } from '../../../contract/answers/answer.ts'
import type { Correction } from '../../../contract/knowledge/card.ts'
import type { Differential } from '../../../contract/opinions/differential.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import type { LedgerEntry } from '../../../store/ledger.ts'
import { correctionsIn } from '../../cards/kept-corrections.ts'
import { type PacketRecord, packetRecords } from '../../packets/packet-record.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { answerIn, consultationNamed } from '../consultations.ts'
import { lessonsOf } from '../decisions/kept-decisions.ts'
import type { CandidatesOn } from '../differential/candidates.ts'
import { differentialOf } from '../differential/merge-rankings.ts'
import { opinionOf } from '../kept-opinions.ts'

/** All of one consultation that a document of it is made from. */
export type Conference = {
  readonly matter: string
  readonly consultation: Consultation
  readonly local: Answer | null
  /** Of the local answer, reported by itself; those by a decision are among the decisions. */
  readonly corrections: readonly Correction[]
  readonly differential: Differential
  readonly decisions: readonly DecisionOnPaper[]
  /** Newest first. */
  readonly packets: readonly PacketRecord[]
  /** Of the ledger, those about it. */
  readonly entries: readonly LedgerEntry[]
}

/** Gathers one consultation with all that was made and recorded of it. Throws `NOT_FOUND`. */
export async function gatherConference(id: string, on: CandidatesOn, signal: AbortSignal): Promise<Conference> {
  const { matter } = on
  const consultation = consultationNamed(matter, id)
  const ids = new Set([id, ...lessonsOf(matter, id)])
  const packets = [...ids].flatMap((one) => packetRecords(matter.store, one))
  const { blind, informed } = consultation
  const local = answerIn(matter.store, consultation.answerId)
  const lessons = [...ids].slice(1).map((lesson) => opinionOf(matter, lesson, 'blind'))
  const swapped = opinionOf(matter, id, 'counterfactual')
  const told = [...packets, blind, informed, swapped, ...lessons].flatMap((one) => one?.ledgerEntries ?? [])
  const numbers = new Set([...told, ...(local ? [local.ledgerEntry] : [])])
  return {
    matter: matter.name,
    consultation,
    local,
    corrections: correctionsIn(matter).filter(({ from }) => from === 'user'),
    differential: await differentialOf(id, on, signal),
    decisions: readDecisions(matter, id),
    packets,
    entries: matter.store.ledger.list().filter((entry) => numbers.has(entry.seq) || isAbout(entry, consultation)),
  }
}

/** Whether it says that the opinion was suggested, or who was right. */
function isAbout(entry: LedgerEntry, { consultation, answerId }: Consultation): boolean {
  const decided = ledgerDataOf('opinion-decided', entry)
  if (decided) return decided.consultation === consultation
  const about = ledgerDataOf('opinion-suggested', entry) ?? ledgerDataOf('suggestion-decided', entry)
  return about !== null && about.answerId === answerId
}

const textOrEmpty = z.string().catch('')

/** What is known of a decision, whatever else stands in it; another version may write it. */
const DecisionAsKept = z.object({
  consultation: z.string(),
  decidedAt: textOrEmpty,
  decidedBy: textOrEmpty,
  outcome: textOrEmpty,
  right: textOrEmpty,
  said: z
    .object({ local: z.string().nullable().catch(null), second: z.string().nullable().catch(null) })
    .catch({ local: null, second: null }),
})
export type DecisionOnPaper = z.infer<typeof DecisionAsKept>

/** Who turned out to be right in a consultation, oldest first; a row that cannot be read is left out. */
function readDecisions({ store }: Pick<OpenMatter, 'store'>, consultation: string): readonly DecisionOnPaper[] {
  return store.decisions
    .list()
    .flatMap((row) => DecisionAsKept.safeParse(row).data ?? [])
    .filter((decision) => decision.consultation === consultation)
}
