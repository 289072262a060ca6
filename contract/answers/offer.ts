import { formatCount } from '../../wording/format-quantity.ts'
import * as z from 'zod'

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
      const time = offer.seconds === null ? '' : aboutTime(offer.seconds)
      return {
        asks: 'This asks for a list.',
        does: `Make a table of ${formatCount(offer.count, 'document')}`,
        time,
        take: 'Make table',
      }
    }
    case 'chronology':
      return {
        asks: 'This asks for events in order of time.',
        does: `Make a chronology of ${formatCount(offer.count, 'document')}`,
        time: '',
        take: 'Make chronology',
      }
    case 'calculator':
      return {
        asks: 'This asks for a calculation.',
        does: `Open the case sheet “${offer.title}”`,
        time: '',
        take: 'Open case sheet',
      }
    case 'each':
      return {
        asks: `This compares ${formatCount(offer.parties.length, 'document')}.`,
        does: 'Answer for each alone, side by side',
        time: '',
        take: 'Answer each',
      }
  }
}

/** "about 40 s", "about 5 min", "about 1.5 h": it was estimated. */
function aboutTime(seconds: number): string {
  if (seconds < 55) return `about ${Math.max(1, Math.round(seconds / 10)) * 10} s`
  if (seconds < 90 * 60) return `about ${Math.max(1, Math.round(seconds / 60))} min`
  return `about ${(seconds / 3600).toFixed(1).replace(/\.0$/, '')} h`
}
