import type { Consultation } from '../../../contract/opinions/opinion.ts'
import type { LedgerEntry } from '../../../store/ledger.ts'
import { packetRecords } from '../../disclosure/packet-record.ts'
import { answerIn, consultationNamed } from '../consultations.ts'
import { lessonsOf } from '../decisions/lessons-of.ts'
import type { CandidatesOn } from '../differential/candidates-of.ts'
import { differentialOf } from '../differential/differential-of.ts'
import { opinionOf } from '../kept-opinions.ts'
import type { Conference } from './conference.ts'
import { readDecisions } from './read-decisions.ts'

/** Gathers one consultation with all that was made and recorded of it. Throws `NOT_FOUND`. */
export async function conferenceOf(id: string, on: CandidatesOn, signal: AbortSignal): Promise<Conference> {
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
    differential: await differentialOf(id, on, signal),
    decisions: readDecisions(matter, id),
    packets,
    entries: matter.store.ledger.list().filter((entry) => numbers.has(entry.seq) || isAbout(entry, consultation)),
  }
}

/** Whether it says that the opinion was suggested, or who was right. */
function isAbout({ kind, data }: LedgerEntry, { consultation, answerId }: Consultation): boolean {
  const about = data as { readonly consultation?: unknown; readonly answerId?: unknown }
  if (kind === 'opinion-decided') return about.consultation === consultation
  return ['opinion-suggested', 'suggestion-decided'].includes(kind) && answerId !== null && about.answerId === answerId
}
