import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import type { Settings } from '../../../contract/application.ts'
import { GoalBox } from '../../../renderer/sheets/goal-box.tsx'
import { YouSettings } from '../../../renderer/settings/you-settings.tsx'
import { Welcome } from '../../../renderer/start/welcome.tsx'
import { showPart } from './open-window.tsx'

test('the first page asks once what the user works in, and keeps the answer', async () => {
  const changes: Partial<Settings>[] = []
  const { user } = await showPart(<Welcome />, {
    shell: { changeSettings: async (change) => void changes.push(change) },
  })
  const fields = await screen.findByRole('group', { name: 'What do you work in?' })
  expect(within(fields).queryByRole('button', { pressed: true })).toBeNull()
  await user.click(within(fields).getByRole('button', { name: 'Law' }))
  expect(changes).toEqual([{ field: 'law' }])
})

test('the examples of a goal are of the field that the goals are of, whatever the user works in', async () => {
  await showPart(<GoalBox goal={null} onChoose={() => {}} />, {
    prepare: (state) => void (state.settings.field = 'law'),
  })
  const box = await screen.findByRole('combobox')
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0))
  expect(box.getAttribute('placeholder')).toBe('CHA2DS2-VASc, enoxaparin dose, creatinine clearance')
})

const placed = () => (history.state as { readonly place?: { readonly matter?: string } } | null)?.place?.matter

test('a chosen field shows its sample, and one without a sample leaves the page as it is', async () => {
  const { user, shell } = await showPart(<Welcome />)
  const fields = within(await screen.findByRole('group', { name: 'What do you work in?' }))
  await screen.findByDisplayValue('When may the tenant break, and how is notice given?')
  const before = placed()
  await user.click(fields.getByRole('button', { name: 'Medicine' }))
  expect(placed()).toBe(before)
  await user.click(fields.getByRole('button', { name: 'Law' }))
  const sample = shell.matters.find(({ sample: isSample }) => isSample)
  await waitFor(() => expect(placed()).toBe(sample?.id))
  expect(sample?.matter).toBe('Sample: Hollis v Marlowe')
})

test('each setting of the window is named by the words above it, once', async () => {
  await showPart(<YouSettings />)
  const named = await screen.findAllByRole('radiogroup')
  for (const choice of [...named, screen.getByRole('group', { name: 'What do you work in?' })]) {
    expect(choice.getAttribute('aria-label')).toBeNull()
    const label = document.getElementById(choice.getAttribute('aria-labelledby') ?? '')
    expect(label?.textContent).toBeTruthy()
    expect(label?.closest('section')?.getAttribute('aria-label')).not.toBe(label?.textContent)
  }
})
