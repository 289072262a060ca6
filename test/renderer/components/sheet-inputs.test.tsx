import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import type { Fact, FactInput } from '../../../contract/knowledge/fact.ts'
import { isAsked, type Sheet } from '../../../contract/knowledge/sheet.ts'
import type { FactActions } from '../../../renderer/facts/fact-actions.ts'
import { SheetInputs } from '../../../renderer/sheets/case-sheets.tsx'
import { GoalBox } from '../../../renderer/sheets/goal-box.tsx'
import { inventCalculators, inventSheet } from '../stand-in/invented-calculators.ts'
import { inventFacts } from '../stand-in/invented-facts.ts'
import { showPart } from './open-window.tsx'

function sheetOf(name: string, facts: readonly Fact[] = [], typed: readonly FactInput[] = []): Sheet {
  const calculator = inventCalculators().find((one) => one.name === name)
  if (!calculator) throw new Error(`no calculator ${name}`)
  return inventSheet(calculator, facts, typed)
}

const NO_DAYS = { at: null, validFrom: null, validTo: null }

async function showInputs(sheet: Sheet) {
  const recorded: FactInput[] = []
  const done: string[] = []
  const typed: (FactInput | null)[] = []
  const note = (what: string) => async (fact: string) => {
    done.push(`${what} ${fact}`)
    return true
  }
  const actions: FactActions = {
    isBusy: false,
    failure: null,
    async set(input) {
      recorded.push(input)
      return true
    },
    unset: note('unset'),
    confirm: note('confirm'),
    reject: note('reject'),
  }
  const part = await showPart(
    <SheetInputs
      sheet={sheet}
      actions={actions}
      onType={(_, answer) => typed.push(answer)}
      onOpenFact={({ id }) => done.push(`open ${id}`)}
    />,
  )
  await screen.findByRole('heading', { name: /^Inputs/ })
  const row = (label: string) => screen.getByText(label).closest('li') as HTMLElement
  return { ...part, recorded, done, typed, row }
}

test('the inputs say how many are missing and known, and what each answer would make of the result', async () => {
  const { inputs, ...sheet } = sheetOf('cha2ds2vasc')
  const input = { relation: 'has', args: ['patient', 'diabetes'], holds: 'yes' as const, ...NO_DAYS }
  const answers = [
    { answer: 'yes', input, result: '3' },
    { answer: 'no', input, result: null },
  ]
  await showInputs({ ...sheet, inputs: inputs.map((one, at) => (at === 2 ? { ...one, answers } : one)) })
  const missing = inputs.filter(isAsked).length
  expect(screen.getByRole('heading', { name: /^Inputs/ }).textContent).toContain(`${missing} missing, `)
  expect(screen.getByText('If yes: 3. If no: no result.')).not.toBeNull()
})

test('a day that an answer would make of the result is said with its weekday', async () => {
  const { inputs, ...sheet } = sheetOf('cha2ds2vasc')
  const input = { relation: 'has', args: ['patient', 'diabetes'], holds: 'yes' as const, ...NO_DAYS }
  const answers = [{ answer: 'yes', input, result: '2026-12-18' }]
  await showInputs({ ...sheet, inputs: inputs.map((one, at) => (at === 2 ? { ...one, answers } : one)) })
  expect(screen.getByText('If yes: Fri 18 Dec 2026.')).not.toBeNull()
})

test('a letter answers, records, and moves on to the next that is missing', async () => {
  const sheet = { ...sheetOf('cha2ds2vasc'), isUsed: true }
  const { user, recorded, row } = await showInputs(sheet)
  const asked = sheet.inputs.filter((input) => isAsked(input) && !input.args.includes(null))
  const [first, second] = asked
  within(row(first?.label ?? ''))
    .getByRole('button', { name: 'yes' })
    .focus()
  await user.keyboard('n')
  await waitFor(() => expect(recorded).toHaveLength(1))
  expect(recorded[0]).toMatchObject({ relation: first?.relation, holds: 'no' })
  expect(row(second?.label ?? '').contains(document.activeElement)).toBe(true)
})

test('without the rules of the pack an answer counts in the sheet alone, and nothing is recorded', async () => {
  const sheet = { ...sheetOf('cha2ds2vasc'), isUsed: false }
  const { user, recorded, typed, row } = await showInputs(sheet)
  const [first] = sheet.inputs.filter((input) => isAsked(input) && !input.args.includes(null))
  await user.click(within(row(first?.label ?? '')).getByRole('button', { name: 'yes' }))
  expect(typed).toMatchObject([{ relation: first?.relation, holds: 'yes' }])
  expect(recorded).toEqual([])
})

test('an answer that was chosen before the rules were used is recorded by a button, and by its letter', async () => {
  const [first] = sheetOf('cha2ds2vasc').inputs.filter((input) => isAsked(input) && !input.args.includes(null))
  if (!first) throw new Error('Expected a question of yes and no.')
  const chosen = { relation: first.relation, args: first.args.map(String), holds: 'yes' as const }
  const sheet = { ...sheetOf('cha2ds2vasc', [], [chosen]), isUsed: true }
  const { user, recorded, row } = await showInputs(sheet)
  expect(row(first.label).textContent).toContain('Not recorded yet.')
  await user.click(within(row(first.label)).getByRole('button', { name: `Record: ${first.label}, yes` }))
  expect(recorded).toMatchObject([chosen])
  within(row(first.label)).getByRole('button', { name: 'yes' }).focus()
  await user.keyboard('y')
  expect(recorded).toMatchObject([chosen, chosen])
})

test('a value is typed and recorded by Enter, and Esc takes back what is half typed', async () => {
  const sheet = { ...sheetOf('dose'), isUsed: true }
  const { user, recorded, row } = await showInputs(sheet)
  const field = within(row('Weight')).getByLabelText('Weight')
  await user.type(field, '5{Escape}')
  await waitFor(() => expect((field as HTMLInputElement).value).toBe(''))
  expect(recorded).toEqual([])
  await user.type(field, '58{Enter}')
  await waitFor(() => expect(recorded).toHaveLength(1))
  expect(recorded[0]?.args.join(' ')).toContain('58')
})

test('what was read and nobody confirmed says so, and is confirmed or refused beside it', async () => {
  const proposed = inventFacts().find(({ state }) => state === 'proposed')
  if (!proposed) throw new Error('Expected a proposed fact.')
  const sheet = sheetOf('cha2ds2vasc')
  const [input, ...rest] = sheet.inputs
  if (!input) throw new Error('Expected an input.')
  const read = { ...input, state: 'read' as const, holds: 'yes' as const, facts: [proposed] }
  const { user, done, row } = await showInputs({ ...sheet, isUsed: true, inputs: [read, ...rest] })
  expect(row(input.label).textContent).toContain('Not confirmed.')
  await user.click(within(row(input.label)).getByRole('button', { name: /^Confirm: / }))
  await user.click(within(row(input.label)).getByRole('button', { name: /^Reject: / }))
  expect(done).toEqual([`confirm ${proposed.id}`, `reject ${proposed.id}`])
})

test('what no pack of the matter answers is told apart from what none answers', async () => {
  const { user } = await showPart(<GoalBox goal={null} onChoose={() => {}} />)
  await user.type(await screen.findByRole('combobox', { name: 'What do you want to know?' }), 'xylophone')
  const none = await screen.findByText(/^Nothing in the packs of this matter answers that\./)
  expect(none.textContent).toContain('switch another pack on under Facts.')
})
