import type { Drawn } from './draw-quotes.ts'
import type { QuotePair } from './quote-pair.ts'

/** What makes of a sentence what somebody says, suspects, or says of something else. */
const TURNING = ['The plaintiff claimed', 'Dr Roe suspected', 'The defendant argues', 'Possibly', '?', 'The mother of']
const HARMLESS = ['On 3 May 2019', 'In this case,', 'For the first year', 'At the hearing in London', 'Since then']
const WITH_A_SUBJECT = /^(?:The|This|Each|We|Any|All|A|An|Your|Our|It|He|She) /

/**
 * Sentences with words put before them in their source: quoted without these, which is false where they turn the sentence and true where
 * they only say when or where, and quoted with them.
 */
export function ledIn(drawn: readonly Drawn[], count: number): readonly QuotePair[] {
  const fit = drawn.filter(({ quoted }) => WITH_A_SUBJECT.test(quoted)).slice(0, count)
  return fit.flatMap(({ quoted, source }, at) => {
    const lead = (words: readonly string[]) =>
      `${words[at % words.length]} ${quoted.charAt(0).toLowerCase()}${quoted.slice(1)}`
    const within = (led: string) => source.replace(quoted, () => led)
    const [turned, harmless] = [lead(TURNING), lead(HARMLESS)]
    return [
      { quoted, source: within(turned), isTrue: false, kind: 'without its hedge' },
      { quoted: turned, source: within(turned), isTrue: true, kind: 'with its hedge' },
      { quoted, source: within(harmless), isTrue: true, kind: 'behind a beginning' },
    ]
  })
}
