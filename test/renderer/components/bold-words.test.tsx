import { screen } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { TextView } from '../../../renderer/viewer/text/text-view.tsx'
import { showPart } from './open-window.tsx'

const TEXT = 'The box was checked. **He had gone on until 14 June**, though it was stopped.'
const CITED = { start: TEXT.indexOf('**He'), end: TEXT.length }

async function shown(isFlowing: boolean) {
  const part = await showPart(null)
  part.show(
    <TextView
      pages={[
        {
          page: null,
          label: null,
          start: 0,
          text: TEXT,
          blocks: [{ kind: 'paragraph', level: 0, start: 0, end: TEXT.length }],
          links: [],
        },
      ]}
      failure={null}
      page={null}
      titleOf={() => null}
      isFlowing={isFlowing}
      zoom={1}
      marks={{ kept: [], cited: [CITED], found: [], current: null }}
      target={{ offset: CITED.start, times: 1 }}
      onJump={() => {}}
    />,
  )
  return screen.findByTestId('text-page')
}

test('words between asterisks of Markdown are bold, and the asterisks are not shown', async () => {
  const page = await shown(true)
  expect(page.textContent).toBe(TEXT.replaceAll('**', ''))
  expect(page.querySelector('strong')?.textContent).toBe('He had gone on until 14 June')
  expect([...page.querySelectorAll('mark')].map(({ textContent }) => textContent).join('')).toMatch(
    /^He had.*stopped\.$/,
  )
  // What is shown first is the first word, and keeps its place in the document.
  const target = page.querySelector('[data-target]')
  expect(target?.getAttribute('data-start')).toBe(String(CITED.start + 2))
})

test('in a text of another kind they are what it says', async () => {
  expect((await shown(false)).textContent).toBe(TEXT)
})
