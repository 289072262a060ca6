import { Tooltip } from 'radix-ui'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Answer } from '../../contract/answers/answer.ts'
import { SmallPrint } from '../../renderer/ask/answer/answer-foot.tsx'
import { NavigationContext } from '../../renderer/state/navigation-context.ts'
import { someAnswer } from './samples.ts'

function shown(model: Answer['model']): string {
  const print = createElement(SmallPrint, { answer: someAnswer({ model }) })
  const navigation = {} as React.ContextType<typeof NavigationContext>
  const placed = createElement(NavigationContext, { value: navigation }, print)
  return renderToStaticMarkup(createElement(Tooltip.Provider, null, placed)).replace(/<[^>]*>/g, '')
}

test('an answer that a model for tests wrote says so, and no other does', () => {
  const warning = 'Written by a model for tests. It invents answers.'
  expect(shown({ id: 'small', sha256: 'ab', purpose: 'tests' })).toContain(warning)
  for (const model of [null, { id: 'a', sha256: 'ab' }, { id: 'a', sha256: 'ab', purpose: 'try' as const }])
    expect(shown(model)).not.toContain(warning)
})
