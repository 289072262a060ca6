/** What follows the title or the citation: the place in it. */
const PLACE = /,? (?:s|ss|sections?|art|articles?|reg|paras?)\.? ?\d{1,4}\p{L}?(?: ?\([\p{L}\p{N}]{1,4}\)){0,5}$/iu
const PINPOINT = /(?:, \d{1,5}(?:[-–]\d{1,5})?(?: n\.? ?\d{1,3})?){1,3}(?= \(|$)/u
const COURT_AND_YEAR = / \((?:[^()\n]{0,40} )?\d{4}\)$/u
/** "§ 573 Abs. 1 BGB": the code stands behind what is cited of it. */
const OF_CODE = /^\D{0,12}(?<number>\d{1,5}\p{L}?).{0,30}?(?<code>\p{Lu}[\p{L}]{1,8})$/u
const BEHIND_NUMBER = '(?![\\p{L}\\p{N}])[^\\n]{0,40}?(?<![\\p{L}])'

/**
 * Finds a statute or decision in a text, however its points, spaces and section signs are set; the section of a statute and the page of
 * a decision do not count. It only says that the text names it too.
 */
export function authorityPattern(authority: string): RegExp {
  const { number, code } = (authority.startsWith('§') ? OF_CODE.exec(authority) : null)?.groups ?? {}
  const whole = authority.replace(PLACE, '').replace(COURT_AND_YEAR, '').replace(PINPOINT, '')
  const wanted = number && code ? `${spaced(number)}${BEHIND_NUMBER}${spaced(code)}` : spaced(whole)
  return new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'iu')
}

/** Letters and figures in their order; between two of one number nothing may stand. */
function spaced(text: string): string {
  const characters = text.match(/[\p{L}\p{N}]/gu) ?? []
  const gapAt = (at: number) => {
    const [one = '', other = ''] = [characters[at - 1], characters[at]]
    return /\d/.test(one) && /\d/.test(other) && text.includes(one + other) ? '' : '[^\\p{L}\\p{N}]{0,4}'
  }
  return characters.map((character, at) => (at === 0 ? character : gapAt(at) + character)).join('')
}
