import type { Provider } from '../../contract/provider.ts'

/** What a million tokens cost, as it is being typed. */
export type DraftPrice = { pricePrompt: string; priceReply: string; currency: string }

export function draftPrice(price: Provider['price']): DraftPrice {
  if (!price) return { pricePrompt: '', priceReply: '', currency: '' }
  return { pricePrompt: String(price.prompt), priceReply: String(price.reply), currency: price.currency }
}

/** Null where nothing was typed: not known. */
export function priceOf({ pricePrompt, priceReply, currency }: DraftPrice): Provider['price'] {
  if (isEmpty({ pricePrompt, priceReply, currency })) return null
  return { prompt: numberIn(pricePrompt), reply: numberIn(priceReply), currency: currency.trim() }
}

export function whyNoPrice(draft: DraftPrice): string | null {
  if (isEmpty(draft)) return null
  const isNumber = [draft.pricePrompt, draft.priceReply].every((text) => text.trim() !== '' && numberIn(text) >= 0)
  if (!isNumber) return 'Give both prices as numbers, or leave all of the price empty.'
  return /^\S{1,10}$/.test(draft.currency.trim()) ? null : 'Say in which currency, as EUR.'
}

function isEmpty({ pricePrompt, priceReply, currency }: DraftPrice): boolean {
  return [pricePrompt, priceReply, currency].every((text) => text.trim() === '')
}

/** With a point or a comma. */
function numberIn(text: string): number {
  return Number(text.trim().replace(',', '.'))
}
