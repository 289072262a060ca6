import { api, guarded, signalOr } from './contract-base.ts'

export const referenceRouter = {
  list: api.reference.list.handler(({ context: { assistant } }) => assistant.references.list()),
  build: api.reference.build.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, assistant.references.build(input, signalOr(signal))),
  ),
  attach: api.reference.attach.handler(({ input, context: { assistant } }) => assistant.references.attach(input)),
  remove: api.reference.remove.handler(({ input, context: { assistant } }) =>
    assistant.references.remove(input.reference, input.deleteFiles),
  ),
  use: api.reference.use.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    assistant.references.use(input.reference, matter.id, input.on)
    matter.store.ledger.append('reference-switched', { reference: input.reference, on: input.on })
  }),
  text: api.reference.text.handler(({ input, context: { assistant } }) =>
    assistant.references.text(input.reference, input.documentId),
  ),
}
