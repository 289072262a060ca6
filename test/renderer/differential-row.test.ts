import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { DifferentialItem } from '../../contract/opinions/differential.ts'
import { DifferentialRow } from '../../renderer/second-opinion/compare/differential-section.tsx'
import { INVENTED_DIFFERENTIAL } from './stand-in/invented-differential.ts'

const { voices, items } = INVENTED_DIFFERENTIAL
const item = items.find(({ name }) => name === 'notice too late') as DifferentialItem

function shown(verdict: 'verbatim' | 'unsupported'): string {
  const reasons = item.for.map((reason) => ({ ...reason, claim: reason.claim && { ...reason.claim, verdict } }))
  const props = { rank: 1, voices, onOpen: () => {}, item: { ...item, for: reasons } }
  return renderToStaticMarkup(createElement(DifferentialRow, props))
}

test('a reason stands with whose it is and how far its source bears it out', () => {
  expect(shown('unsupported')).toMatch(/data-verdict="unsupported".*no source<\/span> <span[^>]*>blind</)
  expect(shown('verbatim')).toContain('data-verdict="verbatim"')
  expect(shown('verbatim')).not.toContain('no source')
})
