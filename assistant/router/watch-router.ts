import { api } from './contract-base.ts'

export const watchRouter = {
  list: api.watch.list.handler(async ({ input, context: { assistant } }) => [
    ...assistant.watching.list(await assistant.matters.open(input.matter)),
  ]),
  add: api.watch.add.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.add(await assistant.matters.open(input.matter), input.folder),
  ),
  pause: api.watch.pause.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.pause(await assistant.matters.open(input.matter), input.folder),
  ),
  resume: api.watch.resume.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.resume(await assistant.matters.open(input.matter), input.folder),
  ),
  remove: api.watch.remove.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.remove(await assistant.matters.open(input.matter), input.folder),
  ),
  accept: api.watch.accept.handler(async ({ input, context: { assistant } }) =>
    assistant.watching.accept(await assistant.matters.open(input.matter), input.folder),
  ),
}
