import { screen } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { FileName } from '../../../renderer/parts/file-name.tsx'
import { show } from './show.tsx'

test('a short name stands as it is', async () => {
  show(
    <p>
      <FileName name="lease.pdf" />
    </p>,
  )
  expect((await screen.findByText('lease.pdf')).children).toHaveLength(0)
})

async function partsOf(name: string): Promise<readonly (string | null)[]> {
  show(
    <p data-testid="name">
      <FileName name={name} />
    </p>,
  )
  const shown = await screen.findByTitle(name)
  expect(screen.getByTestId('name').textContent).toBe(`${name}${name}`)
  expect(shown.getAttribute('aria-hidden')).toBe('true')
  return [...shown.children].map((part) => part.textContent)
}

test.each([
  ['Reply of Bramley Joinery 2 October ', '2026.docx'],
  ['Agreement Fenwick - Bramley ', 'Joinery.docx'],
  ['Witness statement of Ms Ida Quennell, ', 'signed copy.docx'],
  ['Witness statement of Ms Ida ', 'Quennell (2).pdf'],
  ['Gesellschaftsvertrags', 'nderungsfass.pdf'],
])('a long name is read whole, and what gives way for room is its middle, up to a word: %s', async (start, end) => {
  expect(await partsOf(start + end)).toEqual([start, end])
})
