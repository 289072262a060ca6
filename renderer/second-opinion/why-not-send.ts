import { formatCount } from '../wording/format-quantity.ts'

export type SendConditions = {
  readonly openFlags: number
  readonly isNetworkOn: boolean
  /** Null: not known yet. */
  readonly isAllowed: boolean | null
  readonly hasProvider: boolean
}

/** Why nothing can be sent now, with what to do about it; null: it can. */
export function whyNotSend({ openFlags, isNetworkOn, isAllowed, hasProvider }: SendConditions): string | null {
  if (isAllowed === false)
    return 'Sending is forbidden for this matter. Settings, under Privacy, says so and can change it.'
  if (!hasProvider) return 'The provider is no longer set up. Choose another, or set it up in Settings.'
  const decide = openFlags > 0 ? `Decide ${formatCount(openFlags, 'word')} first.` : ''
  const network = isNetworkOn ? '' : `${decide ? 'Then switch' : 'Switch'} the network on; it is off.`
  const words = [decide, network].filter(Boolean).join(' ')
  if (words) return words
  return isAllowed === null ? 'Looking whether this matter may be sent from.' : null
}
