import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { Evaluation } from '../../../renderer/evaluation/evaluation.tsx'
import { Navigation } from '../../../renderer/frame/navigation.tsx'
import { showPart } from './open-window.tsx'

const places = () => within(screen.getByRole('list', { name: 'Places' }))

test('a first run asks ten questions of a set, and how far it has come is shown beside its place', async () => {
  const parts = (
    <>
      <Navigation onNewMatter={() => {}} />
      <Evaluation />
    </>
  )
  const { user, state } = await showPart(parts, { prepare: (stand) => Object.assign(stand, { hasRuns: false }) })
  expect(await screen.findByText(/Quality shows how often answers about your documents are right/)).not.toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Run 10 questions' }))
  expect(state.going).toEqual({ done: 0, of: 10 })
  state.going = { done: 4, of: 10 }
  state.events.push({ type: 'evaluations-changed', matter: null })
  expect(await places().findByRole('img', { name: 'Run: 4 of 10 questions answered' })).not.toBeNull()
})

test('without a model no time is told, and nobody reads the answers for it', async () => {
  const { calls, state } = await showPart(<Evaluation />, {
    prepare: (stand) => Object.assign(stand, { hasRuns: false, missingModel: true }),
  })
  expect(await screen.findByText(/A run needs a model/)).not.toBeNull()
  expect(screen.queryByRole('button', { name: 'Run 10 questions' })).toBeNull()
  // What was asked for with the first runs has come by the time that they are read again.
  const readRuns = () => calls.filter((path) => path === 'evaluation/runs').length
  const before = readRuns()
  state.events.push({ type: 'evaluations-changed', matter: null })
  await waitFor(() => expect(readRuns()).toBeGreaterThan(before))
  expect(calls).not.toContain('answer/list')
})

test('figures for statisticians and runs to compare are behind one press', async () => {
  const { user } = await showPart(<Evaluation />)
  const summary = await screen.findByText('Figures for statisticians')
  expect(summary.closest('details')?.open).toBe(false)
  await user.click(summary)
  expect(screen.getByText('Area under the curve')).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Run again…' }))
  const more = await screen.findByText('Compare with runs without a part')
  expect(more.closest('details')?.open).toBe(false)
})
