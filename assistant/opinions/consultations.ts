import type { Answer } from '../../contract/answers/answer.ts'
import type { Consultation, Opinion } from '../../contract/opinions/opinion.ts'
import type { ComparedBy } from '../../contract/opinions/comparing.ts'
import type { PacketRow } from '../../contract/opinions/packet.ts'
import { findPacketRecord, packetRecords, toPacketRow } from '../packets/packet-record.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { claimsOf } from './align/match-claims.ts'
import { lastJudge } from './align/kept-judgements.ts'
import { notesOf } from './align/anchoring.ts'
import { biasCheck, biasCheckHere, keptBiasCheck } from './counterfactual/compare-swapped.ts'
import { compareOpinions } from './compare-opinions.ts'
import { forgetDecisions, lessonsOf } from './decisions/kept-decisions.ts'
import { bestOf, keptOpinions } from './kept-opinions.ts'
import { failedWith, Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The questions of a matter that were taken elsewhere, or were to be; newest first. `by`: `rule` leaves out what the model judged. */
export function consultations(matter: OpenMatter, by: ComparedBy = 'model'): Consultation[] {
  return consultationsOf(matter, by, null)
}

function consultationsOf(matter: OpenMatter, by: ComparedBy, one: string | null): Consultation[] {
  const { store } = matter
  const records = packetRecords(store, one)
  const packets = Map.groupBy(records.map(toPacketRow), ({ consultation }) => consultation)
  const { readable, damaged } = keptOpinions(matter, one)
  const opinions = Map.groupBy(readable, ({ consultation }) => consultation)
  const answer = (id: string | null) => answerIn(store, id)
  return [...packets].map(([consultation, rows]) => {
    const own = opinions.get(consultation) ?? []
    const made = toConsultation(consultation, rows, own, answer)
    const notes = notesOf(made.informed, matter)
    const judge = by === 'rule' ? null : lastJudge(matter, consultation)
    const comparing = { notes, judge, isOneModel: areOfOneModel(made) }
    const agreement = compareOpinions(claimsOf(made, answer(made.answerId)), comparing)
    const swapped = bestOf(own, 'counterfactual')
    const check =
      made.blind && swapped && biasCheck(made.blind, swapped, findPacketRecord(store, swapped.packetId), judge)
    const here = keptBiasCheck(matter, consultation)
    const damagedOpinions = damaged.filter((of) => of === consultation).length
    return { ...made, damagedOpinions, agreement, biasCheck: check, biasCheckHere: here && biasCheckHere(here, judge) }
  })
}

/** Throws `NOT_FOUND`. */
export function consultationNamed(matter: OpenMatter, consultation: string, by: ComparedBy = 'model'): Consultation {
  const [found] = consultationsOf(matter, by, consultation)
  if (!found) throw notFound()
  return found
}

function notFound(): Failure {
  return new Failure('NOT_FOUND', message('failures.opinions.noConsultation'))
}

/** With all its packets, opinions, what was made and decided of them, and the lessons that were asked for; what the ledger says of them stays. Throws `NOT_FOUND`, `WRONG_USE` while one is sent. */
export function deleteConsultation(matter: OpenMatter, consultation: string): void {
  const lessons = lessonsOf(matter, consultation)
  const packets = [consultation, ...lessons].flatMap((one) => packetRecords(matter.store, one))
  if (packets.every((one) => one.consultation !== consultation)) throw notFound()
  if (packets.some(({ state }) => state === 'sending'))
    throw new Failure('WRONG_USE', message('failures.opinions.beingSent'))
  for (const { packetId } of packets) matter.store.packets.remove(packetId)
  for (const one of [consultation, ...lessons]) matter.store.consultationResults.forget(one)
  forgetDecisions(matter, consultation)
  matter.store.ledger.append('consultation-deleted', { consultation, packets: packets.map(({ packetId }) => packetId) })
}

function toConsultation(
  consultation: string,
  packets: readonly PacketRow[],
  opinions: readonly Opinion[],
  answer: (id: string | null) => Answer | null,
): Omit<Consultation, 'damagedOpinions' | 'agreement' | 'biasCheck' | 'biasCheckHere'> {
  const first = packets.at(-1) as PacketRow
  const [blind, informed] = (['blind', 'informed'] as const).map((kind) => bestOf(opinions, kind)) as [
    Opinion | null,
    Opinion | null,
  ]
  const local = answer(first.answerId)
  return {
    consultation,
    question: packets[0]?.question ?? first.question,
    askedAt: first.createdAt,
    answerId: local ? first.answerId : null,
    blind,
    informed,
    packets: [...packets],
  }
}

function areOfOneModel({ blind, informed }: Pick<Consultation, 'blind' | 'informed'>): boolean {
  return blind?.provider === informed?.provider && blind?.model === informed?.model
}

/** An answer may have been deleted since. */
export function answerIn({ answers }: OpenMatter['store'], id: string | null): Answer | null {
  if (id === null) return null
  try {
    return answers.get(id)
  } catch (error) {
    if (failedWith(error, 'NOT_FOUND')) return null
    throw error
  }
}
