import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { Provider } from '../../../contract/opinions/provider.ts'
import type { StandInState } from './stand-in-assistant.ts'
import { verbatim } from '../../../wording/message.ts'

const os = implement(contract)

export function inventProviders(): Provider[] {
  return [
    {
      provider: 'Meridian Cloud, Frankfurt',
      kind: 'openai-compatible',
      address: 'https://models.meridian.example/v1',
      model: 'meridian-large-2',
      account: 'Marsh & Vale',
      keyEnding: '41c',
      price: { prompt: 3, reply: 15, currency: 'EUR' },
      retention: 'deleted after 30 days, not used for training (its terms, read 12 May)',
    },
  ]
}

export function providerPart(state: StandInState) {
  const { provider } = os
  const others = (name: string) => state.providers.filter((one) => one.provider !== name)
  const changed = () => state.events.push({ type: 'providers-changed' })
  return {
    list: provider.list.handler(() => state.providers),
    save: provider.save.handler(({ input: { key, ...given } }) => {
      const before = state.providers.find((one) => one.provider === given.provider)?.keyEnding ?? null
      const saved = { ...given, keyEnding: key === undefined ? before : (key?.slice(-3) ?? null) }
      state.providers = [...others(given.provider), saved]
      changed()
      return saved
    }),
    test: provider.test.handler(({ input, errors }) => {
      if (!state.settings.network) throw errors.OFFLINE()
      const found = state.providers.find((one) => one.provider === input.provider)
      const { host } = new URL(found?.address ?? 'http://nowhere')
      return {
        outcome: found?.keyEnding ? 'ok' : 'key',
        host,
        said: found?.keyEnding ? null : verbatim(`${host} said no (401).`),
      }
    }),
    remove: provider.remove.handler(({ input }) => {
      state.providers = others(input.provider)
      changed()
    }),
  }
}
