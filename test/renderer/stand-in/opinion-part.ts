import { setTimeout } from 'node:timers/promises'
import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { Consultation, Opinion } from '../../../contract/opinions/opinion.ts'
import type { KeptWord, KnownTerm, Packet } from '../../../contract/opinions/packet.ts'
import { decisionPart } from './decision-part.ts'
import { INVENTED_BIAS_CHECK, INVENTED_BIAS_CHECK_HERE } from './invented-bias-check.ts'
import { INVENTED_DIFFERENTIAL } from './invented-differential.ts'
import { inventAgreement, inventOpinion } from './invented-opinions.ts'
import { ANALYSIS, changeDraft, draftPacket, type PacketDraft, packetOfDraft } from './invented-packets.ts'
import type { StandInState } from './stand-in-assistant.ts'

const os = implement(contract)

/** Packets made by the real builder from invented passages, and invented opinions about them. */
export function opinionPart(state: StandInState) {
  const drafts = new Map<string, PacketDraft>()
  const opinions: Opinion[] = []
  const terms: KnownTerm[] = [
    { term: 'Hollis Bakery Ltd', type: 'organisation', from: 'matter' },
    { term: 'D. Pryce', type: 'person', from: 'documents' },
  ]
  const kept: KeptWord[] = [{ word: 'Schedule', kind: 'capital', by: 'J. Marsh', at: '2026-05-12T09:00:00Z' }]
  const forbidden = new Set<string>()
  const changed = (matter: string) => {
    state.events.push({ type: 'packets-changed', matter })
    state.events.push({ type: 'opinions-changed', matter })
  }
  const packets = (): readonly Packet[] =>
    [...drafts.values()].toReversed().map((draft) => packetOfDraft(draft, state.providers))
  const packet = (id: string): Packet => packets().find(({ packetId }) => packetId === id) as Packet
  const keep = (id: string, change: Partial<PacketDraft>) =>
    drafts.set(id, { ...(drafts.get(id) as PacketDraft), ...change })
  const judged = new Set<string>()
  const checked = new Set<string>()
  const consultation = (id: string): Consultation => {
    const own = packets().filter((one) => one.consultation === id)
    const of = (kind: Opinion['kind']) => opinions.find((one) => one.consultation === id && one.kind === kind) ?? null
    const answerId = own.at(-1)?.answerId ?? null
    const pair = { blind: of('blind'), informed: of('informed') }
    const answer = state.answers.find((one) => one.answerId === answerId) ?? null
    const { question = '', createdAt: askedAt = '' } = own[0] ?? {}
    return {
      consultation: id,
      question,
      askedAt,
      answerId,
      ...pair,
      damagedOpinions: 0,
      packets: [...own],
      agreement: inventAgreement(pair, answer, judged.has(id)),
      biasCheck: of('counterfactual') ? INVENTED_BIAS_CHECK : null,
      biasCheckHere: checked.has(id) ? INVENTED_BIAS_CHECK_HERE : null,
    }
  }
  const { packet: procedures, opinion, term } = os
  return {
    packet: {
      prepare: procedures.prepare.handler(async function* ({ input, signal }) {
        if (input.kind === 'informed') {
          yield { type: 'analysis-begin', items: ANALYSIS.length } as const
          for (const [index, text] of ANALYSIS.entries()) {
            await setTimeout(state.waitMs * 20)
            yield { type: 'analysis-item', index, text } as const
          }
        }
        await setTimeout(state.waitMs, undefined, signal ? { signal } : {})
        const draft = draftPacket(input, new Date().toISOString())
        drafts.set(draft.packetId, draft)
        yield { type: 'packet', packet: packet(draft.packetId) } as const
        changed(input.matter)
      }),
      get: procedures.get.handler(({ input }) => packet(input.packetId)),
      list: procedures.list.handler(() => [...packets()]),
      change: procedures.change.handler(({ input: { packetId, change } }) => {
        drafts.set(packetId, changeDraft(drafts.get(packetId) as PacketDraft, change, packet(packetId)))
        return packet(packetId)
      }),
      lookAgain: procedures.lookAgain.handler(async function* ({ input: { packetId } }) {
        yield { type: 'looking-begin', items: 3 } as const
        for (const index of [0, 1, 2]) {
          await setTimeout(state.waitMs * 20)
          yield { type: 'looking-item', index, found: 1 } as const
        }
        const change = { mask: { term: 'recorded delivery', type: 'id', remember: false } }
        drafts.set(packetId, changeDraft(drafts.get(packetId) as PacketDraft, change, packet(packetId)))
        yield { type: 'packet', packet: packet(packetId) } as const
      }),
      abandon: procedures.abandon.handler(({ input }) => {
        keep(input.packetId, { state: 'abandoned' })
        changed(input.matter)
      }),
      sending: procedures.sending.handler(({ input }) => ({ allowed: !forbidden.has(input.matter) })),
      allowSending: procedures.allowSending.handler(({ input: { matter, allowed } }) => {
        if (allowed) forbidden.delete(matter)
        else forbidden.add(matter)
        changed(matter)
      }),
    },
    term: {
      list: term.list.handler(() => terms),
      findByModel: term.findByModel.handler(async function* () {
        yield { type: 'named', terms: [] } as const
      }),
      add: term.add.handler(({ input }) => void terms.push({ term: input.term, type: input.type, from: 'user' })),
      remove: term.remove.handler(({ input }) => {
        terms.splice(0, terms.length, ...terms.filter((one) => one.term !== input.term))
      }),
      kept: term.kept.handler(() => kept),
      keep: term.keep.handler(({ input }) => {
        kept.push(
          ...input.words.map((word) => ({ word, kind: 'name' as const, by: 'J. Marsh', at: '2026-05-12T09:00:00Z' })),
        )
      }),
      askAgain: term.askAgain.handler(({ input }) => {
        kept.splice(0, kept.length, ...kept.filter(({ word }) => word !== input.word))
      }),
    },
    opinion: {
      ...decisionPart(state),
      send: opinion.send.handler(async function* ({ input: { matter, packetId, hash }, errors }) {
        const sent = packet(packetId)
        if (sent.hash !== hash) throw errors.NO_CONSENT()
        yield { type: 'opinion-start' } as const
        yield { type: 'waiting-to-retry', seconds: state.waitMs / 10, why: 'The provider is busy (429).' } as const
        await setTimeout(state.waitMs * 100)
        yield { type: 'opinion-delta', characters: 412 } as const
        await setTimeout(state.waitMs * 20)
        keep(packetId, { state: 'sent' })
        const made = inventOpinion(sent, state.answers[0]?.sources ?? [], new Date().toISOString())
        opinions.push(made)
        for (const claim of made.claims) yield { type: 'claim', ...claim } as const
        yield { type: 'opinion-end', ...made } as const
        changed(matter)
      }),
      list: opinion.list.handler(() => [...new Set(packets().map((one) => one.consultation))].map(consultation)),
      get: opinion.get.handler(({ input }) => consultation(input.consultation)),
      compare: opinion.compare.handler(async function* ({ input }) {
        yield { type: 'comparing-begin', done: 0, items: 1 } as const
        await setTimeout(state.waitMs * 20)
        judged.add(input.consultation)
        yield { type: 'comparing-end', done: 1, items: 1 } as const
        changed(input.matter)
      }),
      differential: opinion.differential.handler(() => INVENTED_DIFFERENTIAL),
      rank: opinion.rank.handler(async function* ({ input }) {
        yield { type: 'ranking-begin', names: ['too late a notice'] } as const
        await setTimeout(state.waitMs * 20)
        changed(input.matter)
      }),
      checkBias: opinion.checkBias.handler(async function* ({ input }) {
        for (const done of [0, 240, 480, 720]) {
          yield { type: done === 0 ? 'bias-check-begin' : 'bias-check-item', done, items: 960 } as const
          await setTimeout(state.waitMs * 20)
        }
        checked.add(input.consultation)
        yield { type: 'bias-check-end', done: 960, items: 960 } as const
        changed(input.matter)
      }),
      export: opinion.export.handler(() => ({ file: new File(['# Case conference'], 'conference.md') })),
      delete: opinion.delete.handler(({ input }) => {
        for (const one of packets()) if (one.consultation === input.consultation) drafts.delete(one.packetId)
        changed(input.matter)
      }),
    },
  }
}
