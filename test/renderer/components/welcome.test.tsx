import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import type { Settings } from '../../../contract/application.ts'
import { GoalBox } from '../../../renderer/sheets/goal-box.tsx'
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
