import type { Claim } from '../../../contract/answers/answer.ts'
import type { Differential } from '../../../contract/opinions/differential.ts'

const checked = (text: string): Claim => ({
  index: 0,
  text,
  verdict: 'verbatim',
  citations: [],
  absent: [],
  differences: [],
  differsFrom: [],
  disagreesWith: [],
  instead: null,
  judged: null,
  authorities: [],
})

/** Three grounds of three voices, and one that nobody ranked. */
export const INVENTED_DIFFERENTIAL: Differential = {
  voices: ['local', 'blind'],
  items: [
    {
      name: 'notice too late',
      local: 2,
      blind: 1,
      informed: null,
      cannotMiss: false,
      for: [{ text: 'Posted on 27 September 2024.', claim: checked('Posted on 27 September 2024.'), voice: 'blind' }],
      against: [{ text: 'the notice was received', claim: null, voice: 'local' }],
      missing: ['the day of receipt'],
      decides: ['the agents’ register of post'],
    },
    {
      name: 'premium unpaid',
      local: 1,
      blind: null,
      informed: null,
      cannotMiss: false,
      for: [],
      against: [],
      missing: [],
      decides: ['the bank statement'],
    },
    {
      name: 'limitation',
      local: null,
      blind: null,
      informed: null,
      cannotMiss: true,
      for: [],
      against: [],
      missing: [],
      decides: ['the day on which the claim accrued'],
    },
  ],
  contested: [
    {
      from: 'opinions',
      entropy: 1,
      ballots: 2,
      first: [
        { name: 'premium unpaid', share: 0.5 },
        { name: 'notice too late', share: 0.5 },
      ],
      isContested: true,
    },
  ],
  isAsked: true,
  why: null,
  checkNext: [
    { text: 'the day on which the claim accrued', of: 'limitation', kind: 'decides' },
    { text: 'the agents’ register of post', of: 'notice too late', kind: 'decides' },
  ],
}
