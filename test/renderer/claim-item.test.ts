import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Claim } from '../../contract/answers/answer.ts'
import { ClaimItem } from '../../renderer/ask/answer/claim-list.tsx'
import { someClaim } from './samples.ts'

const markup = (change: Partial<Claim>) =>
  renderToStaticMarkup(
    createElement(ClaimItem, {
      claim: someClaim(change),
      isCurrent: false,
      onFollow: () => {},
      onOpen: () => {},
    }),
  )
const shown = (change: Partial<Claim>) => markup(change).replace(/<[^>]*>/g, '')

const SLIP = [{ written: 'demed', stands: 'deemed' }]

test('a sentence with a slip says so, and that all else agrees only where it does', () => {
  expect(shown({ verdict: 'close', differences: SLIP })).toContain(
    'The page has deemed for demed. All other words agree.',
  )
  const both = shown({ verdict: 'close', differences: SLIP, absent: ['2012'] })
  expect(both).toContain('The page has deemed for demed.')
  expect(both).toContain('The cited page does not have 2012. Check before relying on it.')
  expect(both).not.toContain('All other words agree')
})

test('another value than a rule computes hides nothing that the page does not have', () => {
  const both = shown({ verdict: 'unchecked', differsFrom: ['R1'], absent: ['Glenwood'] })
  expect(both).toContain('R1 computes another value.')
  expect(both).toContain('The cited page does not have Glenwood.')
})

test('a sentence without a source says that alone', () => {
  const alone = shown({ verdict: 'unsupported', citations: [], absent: ['Glenwood'] })
  expect(alone).toContain('No passage says so. Do not rely on this sentence.')
  expect(alone).not.toContain('does not have')
})

const STOPPED = { verdict: 'contradicted', text: 'Furosemide was stopped. [S1]' } as const

test('a contradicted sentence is struck, and followed by what the page says of the same thing', () => {
  const row = markup({ ...STOPPED, instead: 'Furosemide\t40 mg\tIncreased' })
  expect(row).toContain('<del class="sentence struck">Furosemide was stopped.</del>')
  expect(shown({ ...STOPPED, instead: 'Furosemide\t40 mg\tIncreased' })).toContain(
    'The table says:“Furosemide, 40 mg, Increased”S1',
  )
  expect(shown({ ...STOPPED, instead: 'Furosemide was\nincreased.' })).toContain(
    'The document says:“Furosemide was increased.”S1',
  )
})

test('a row that is quoted as a sentence has its cells parted', () => {
  expect(shown({ text: 'Naproxen\t–\tStopped [S1]' })).toContain('Naproxen, –, Stopped')
})
