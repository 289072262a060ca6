import { api } from './contract-base.ts'

export const providerRouter = {
  list: api.provider.list.handler(({ context: { assistant } }) => assistant.providers.list()),
  save: api.provider.save.handler(({ input, context: { assistant } }) => {
    const saved = assistant.providers.save(input)
    assistant.events.tell({ type: 'providers-changed' })
    return saved
  }),
  remove: api.provider.remove.handler(({ input, context: { assistant } }) => {
    assistant.providers.remove(input.provider)
    assistant.events.tell({ type: 'providers-changed' })
  }),
}
