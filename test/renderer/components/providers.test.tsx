import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { ProviderSettings } from '../../../renderer/settings/provider-settings.tsx'
import { showPart } from './open-window.tsx'

const button = () => screen.findByRole('button', { name: 'Test connection to Meridian Cloud, Frankfurt' })
const told = () => screen.getByTestId('connection-test').textContent

test('a connection is tested when the button is pressed, and what came of it is said in plain words', async () => {
  const { user, calls, state } = await showPart(<ProviderSettings />, {
    prepare: ({ settings }) => void (settings.network = true),
  })
  const press = await button()
  expect(calls).not.toContain('provider/test')
  await user.click(press)
  await waitFor(() => expect(told()).toContain('models.meridian.example answers, accepts the key and has the model.'))
  for (const one of state.providers) one.keyEnding = null
  await user.click(press)
  await waitFor(() => expect(told()).toContain('does not accept the key. Enter the key again.'))
  expect(told()).toContain('said no (401)')
})

test('while the network is off nothing is connected to, and that is said', async () => {
  const { user } = await showPart(<ProviderSettings />, {
    prepare: ({ settings }) => void (settings.network = false),
  })
  await user.click(await button())
  expect((await screen.findByTestId('failure')).textContent).toContain('Switch the network on')
})

test('a result goes once the settings that were tested are changed, also by another key with the same ending', async () => {
  const { user, state, calls } = await showPart(<ProviderSettings />, {
    prepare: ({ settings }) => void (settings.network = true),
  })
  const result = /accepts the key and has the model/
  const testIt = async () => {
    await user.click(await button())
    await screen.findByText(result)
  }
  await testIt()
  for (const one of state.providers) one.model = 'meridian-small'
  state.events.push({ type: 'providers-changed' })
  await screen.findByText('meridian-small')
  expect(screen.queryByText(result)).toBeNull()
  await testIt()
  await user.click(screen.getByRole('button', { name: 'Change Meridian Cloud, Frankfurt' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText(/key/i), 'another-41c')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(calls).toContain('provider/save')
  await waitFor(() => expect(screen.queryByText(result)).toBeNull())
})
