import type { Offer } from '../contract/offer.ts'
import { offerWords } from '../contract/offer-words.ts'

/** Where it was asked, as the command that takes an offer needs it. */
export type Asked = { readonly matter: string; readonly question: string }

/** What is offered, in one line with the command that takes it. */
export function offerText(offer: Offer, asked: Asked): string {
  const { asks, does, time } = offerWords(offer)
  return `${asks} ${does}${time === '' ? '' : ` (${time})`}: ${commandFor(offer, asked)}`
}

function commandFor(offer: Offer, { matter, question }: Asked): string {
  switch (offer.kind) {
    case 'table':
      return [
        'consilium table',
        quoted(matter),
        ...offer.questions.flatMap((one) => ['--question', quoted(one)]),
        ...only(offer),
      ].join(' ')
    case 'chronology':
      return ['consilium chronology', quoted(matter), ...only(offer)].join(' ')
    case 'calculator':
      return `consilium sheet --for ${quoted(question)} --matter ${quoted(matter)}`
    case 'each':
      return `consilium ask ${quoted(matter)} ${quoted(question)} --each`
  }
}

function only({ documents }: { readonly documents: readonly string[] }): readonly string[] {
  return documents.length === 0 ? [] : ['--documents', ...documents.map(quoted)]
}

/** As a shell reads it as one word. */
function quoted(text: string): string {
  return /^[\w./-]+$/u.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`
}
