import { findTokens } from '../disclosure/pseudonyms/restore.ts'
import type { SayAnswer } from '../scripts/cloud-server/wire-formats.ts'

const SPELLINGS: readonly ((token: string) => string)[] = [
  (token) => token,
  (token) => token.toLowerCase(),
  (token) => token.replace(/,[^\]]*/, ''),
  (token) => token.replace('[', '\\[').replace(']', '\\]'),
  (token) => token.replaceAll('-', '_'),
  (token) => token.replace(/^\[([A-Z-]+\d+).*$/, '$1'),
  (token) => `**${token}**'s`,
]

/** Says every pseudonym of the message in one of the spellings that models fall into, and now and then one that nobody gave out. */
export function scriptedReply(): SayAnswer {
  let count = 0
  return ({ text }) => {
    const message = text.slice(text.indexOf('Question: '))
    const tokens = findTokens(message).map(({ start, end }) => message.slice(start, end))
    const said = tokens.map((token) => SPELLINGS[(count += 1) % SPELLINGS.length]?.(token) ?? token)
    const strange = count % 5 === 0 ? ' Ask [PERSON-977] and DATE-978.' : ''
    return [
      JSON.stringify({ claims: [{ text: `${said.join(' and ')} met.${strange}`, sources: ['S1'] }], missing: [] }),
    ]
  }
}
