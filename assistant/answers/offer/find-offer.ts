import type { PassageSource, Source } from '../../../contract/answers/answer.ts'
import type { Offer } from '../../../contract/answers/offer.ts'
import { localDay } from '../../home/local-day.ts'
import type { HomeSession } from '../../home/home-session.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { ModelShelf } from '../../models/model-shelf.ts'
import type { Knowledge } from '../../rules/knowledge.ts'
import { packsOf } from '../../rules/packs/matter-packs.ts'
import { suggestCalculators } from '../../rules/sheets/calculators.ts'
import { cellSeconds } from './cell-pace.ts'
import { surveyedDocuments } from '../../documents/find-document.ts'
import { conclusions, passages } from '../answer-record.ts'
import type { ResolvedQuestion } from '../../questions/resolve-follow-up.ts'
import { asksAgain, mayAskToCalculate, offerKind } from './offer-kind.ts'
import { partyQuestion } from './party-question.ts'
import { tableColumns } from './table-columns.ts'

export type OfferedOn = {
  readonly question: string
  /** The chosen documents; none: all. */
  readonly documents: readonly string[]
  readonly sources: readonly Source[]
  readonly about: ResolvedQuestion
  /** The hash of the model that would answer; null: none. */
  readonly model: string | null
}

export type FindOffer = (on: OfferedOn, signal: AbortSignal) => Promise<Offer | null>

type Around = {
  readonly knowledge: Knowledge
  readonly shelf: Pick<ModelShelf, 'embedder'>
  readonly session: Pick<HomeSession, 'store'>
  readonly now: () => Date
}

/** Another way that suits a question of a matter better, with what is needed to take it; null: none, or it was offered just before. */
export function findOfferIn(matter: OpenMatter, { knowledge, shelf, session, now }: Around): FindOffer {
  return async (on, signal) => {
    const { question, documents: globs, sources, about, model } = on
    if (wasJustOffered(question, matter)) return null
    const { documents } = surveyedDocuments(matter, globs)
    const compared = model === null ? [] : partiesOf(question, about, documents)
    const title = await calculatorFor(on)
    const kind = offerKind({
      question,
      documents: model === null ? 0 : documents.length,
      covered: new Set(ofMatter(sources).map(({ documentId }) => documentId)).size,
      named: compared.length,
      hasCalculator: title !== null,
    })
    const over = { documents: [...globs], count: documents.length }
    if (kind === 'each') return { kind, parties: compared }
    if (kind === 'chronology') return { kind, ...over }
    if (kind === 'calculator') return title && { kind, ...title }
    if (kind === null) return null
    const questions = tableColumns(question)
    const each = model === null ? null : cellSeconds(session.store().app.settings, model, matter.store.answers)
    return { kind, questions: [...questions], ...over, seconds: each && each * documents.length * questions.length }

    /** Of the packs that the matter uses; where a rule concludes it already, nothing is left to calculate. */
    async function calculatorFor({ sources: found }: OfferedOn) {
      const isConcluded = conclusions(found).some(({ holds }) => holds !== 'unknown')
      if (isConcluded || packsOf(matter.store.settings).length === 0 || !mayAskToCalculate(question)) return null
      const asked = { question, matter, ofAllPacks: false, asOf: localDay(now()) }
      const { suggestions } = await suggestCalculators(knowledge, asked, await shelf.embedder(), signal)
      const best = suggestions[0]?.calculator
      return best ? { name: best.name, pack: best.pack, title: best.title } : null
    }
  }
}

function wasJustOffered(question: string, { store }: OpenMatter): boolean {
  const [last] = store.answers.newest(1)
  return last !== undefined && last.offer !== null && asksAgain(question, last.question)
}

type Document = { readonly documentId: string; readonly document: string }

function partiesOf(question: string, { named }: ResolvedQuestion, documents: readonly Document[]) {
  const known = named.flatMap(({ documentId, words }) => {
    const document = documents.find((one) => one.documentId === documentId)
    return document ? [{ documentId, document: document.document, words }] : []
  })
  return known.map((own) => ({
    documentId: own.documentId,
    document: own.document,
    question: partyQuestion(
      question,
      own,
      known.filter((one) => one !== own),
    ),
  }))
}

function ofMatter(sources: readonly Source[]): readonly PassageSource[] {
  return passages(sources).filter(({ reference }) => reference === null)
}
