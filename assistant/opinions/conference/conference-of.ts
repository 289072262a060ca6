import { packetRecords } from '../../disclosure/packet-record.ts'
import { answerIn, consultationNamed, counterfactualOf } from '../consultations.ts'
import type { CandidatesOn } from '../differential/candidates-of.ts'
import { differentialOf } from '../differential/differential-of.ts'
import type { Conference } from './conference.ts'
import { readDecisions } from './read-decisions.ts'

/** Gathers one consultation with all that was made and recorded of it. Throws `NOT_FOUND`. */
export async function conferenceOf(id: string, on: CandidatesOn, signal: AbortSignal): Promise<Conference> {
  const { matter } = on
  const consultation = consultationNamed(matter, id)
  const packets = packetRecords(matter.store).filter((record) => record.consultation === id)
  const { blind, informed } = consultation
  const local = answerIn(matter.store, consultation.answerId)
  const told = [...packets, blind, informed, counterfactualOf(matter, id)].flatMap((one) => one?.ledgerEntries ?? [])
  const numbers = new Set([...told, ...(local ? [local.ledgerEntry] : [])])
  return {
    matter: matter.name,
    consultation,
    local,
    differential: await differentialOf(id, on, signal),
    decisions: readDecisions(matter, id),
    packets,
    entries: matter.store.ledger.list().filter(({ seq }) => numbers.has(seq)),
  }
}
