import * as z from 'zod'
import { t } from '../../wording/translate.ts'

/** Another way that suits a question better: a table over documents, a chronology, a calculator, or each party by itself. */
export const OfferKind = z.enum(['table', 'chronology', 'calculator', 'each'])
export type OfferKind = z.infer<typeof OfferKind>

/** Globs over document paths, none for all, and how many documents that is. */
const over = { documents: z.array(z.string()), count: z.number().int() }

/** What is needed to take an offer: it is made by rule, before anything is written. */
export const Offer = z.discriminatedUnion('kind', [
  /** Its columns, each asked of one document alone. `seconds`: about how long it takes; null where that is not known. */
  z.object({ kind: z.literal('table'), questions: z.array(z.string()), ...over, seconds: z.number().nullable() }),
  z.object({ kind: z.literal('chronology'), ...over }),
  z.object({ kind: z.literal('calculator'), name: z.string(), pack: z.string(), title: z.string() }),
  /** What is compared: the question as it is put to each document alone. */
  z.object({
    kind: z.literal('each'),
    parties: z.array(z.object({ documentId: z.string(), document: z.string(), question: z.string() })),
  }),
])
export type Offer = z.infer<typeof Offer>

type OfferWords = {
  /** Why it is offered. */
  readonly asks: string
  /** What it does, without a full stop. */
  readonly does: string
  /** About how long it takes; empty where that is not known, or it takes no time. */
  readonly time: string
  /** On the button. */
  readonly take: string
}

/** How an offer is put, in the window and on the command line. */
export function offerWords(offer: Offer): OfferWords {
  switch (offer.kind) {
    case 'table': {
      const { count, seconds } = offer
      const time = seconds === null ? '' : aboutTime(seconds)
      return { ...putAs('table'), does: t('answers.offers.table.does', { count }), time }
    }
    case 'chronology': {
      const does = t('answers.offers.chronology.does', { count: offer.count })
      return { ...putAs('chronology'), does, time: '' }
    }
    case 'calculator': {
      const does = t('answers.offers.calculator.does', { title: offer.title })
      return { ...putAs('calculator'), does, time: '' }
    }
    case 'each': {
      const asks = t('answers.offers.each.asks', { count: offer.parties.length })
      return { asks, does: t('answers.offers.each.does'), time: '', take: t('answers.offers.each.take') }
    }
  }
}

function putAs(kind: Exclude<OfferKind, 'each'>): Pick<OfferWords, 'asks' | 'take'> {
  return { asks: t(`answers.offers.${kind}.asks`), take: t(`answers.offers.${kind}.take`) }
}

/** "about 40 s", "about 5 min", "about 1.5 h": it was estimated. */
function aboutTime(seconds: number): string {
  if (seconds < 55) return t('answers.offers.seconds', { count: Math.max(1, Math.round(seconds / 10)) * 10 })
  if (seconds < 90 * 60) return t('answers.offers.minutes', { count: Math.max(1, Math.round(seconds / 60)) })
  return t('answers.offers.hours', { count: Math.round(seconds / 360) / 10 })
}
