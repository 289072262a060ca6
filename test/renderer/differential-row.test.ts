import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { DifferentialItem } from '../../contract/differential.ts'
import { DifferentialRow } from '../../renderer/second-opinion/differential/differential-row.tsx'
import { INVENTED_DIFFERENTIAL } from './stand-in/invented-differential.ts'

const [item] = INVENTED_DIFFERENTIAL.items as readonly [DifferentialItem]
const [reason] = item.for as readonly [DifferentialItem['for'][number]]

function shown(verdict: 'verbatim' | 'unsupported'): string {
  const claim = reason.claim && { ...reason.claim, verdict }
  const props = { rank: 1, voices: INVENTED_DIFFERENTIAL.voices, onOpen: () => {} }
  return renderToStaticMarkup(
    createElement(DifferentialRow, { ...props, item: { ...item, for: [{ ...reason, claim }] } }),
  )
}

test('a reason stands with whose it is and how far its source bears it out', () => {
  expect(shown('unsupported')).toMatch(/data-verdict="unsupported".*no source<\/span> <span[^>]*>blind</)
  expect(shown('verbatim')).toContain('data-verdict="verbatim"')
  expect(shown('verbatim')).not.toContain('no source')
})
