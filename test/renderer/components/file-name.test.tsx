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

test('a long name is read whole, and what gives way for room is its middle', async () => {
  const name = 'Hollis v Marlowe, witness statement of Ms Ida Quennell (signed copy).docx'
  show(
    <p data-testid="name">
      <FileName name={name} />
    </p>,
  )
  const shown = await screen.findByTitle(name)
  expect(screen.getByTestId('name').textContent).toBe(`${name}${name}`)
  expect(shown.getAttribute('aria-hidden')).toBe('true')
  expect([...shown.children].map((part) => part.textContent)).toEqual([name.slice(0, -16), 'igned copy).docx'])
})
