import { expect, test } from 'vitest'
import { type Caller, createCaller, type Handlers, RemoteError, serveCalls } from '../../processes/remote-calls.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

type FailingMethods = { fail: { input: null; item: null; result: null } }

/** A caller and a server that speak through what a pipe between processes lets pass. */
function piped(error: unknown): Caller<FailingMethods> {
  const handlers: Handlers<FailingMethods> = {
    async *fail() {
      yield null
      throw error
    },
  }
  const server = serveCalls(handlers, async (reply): Promise<void> => caller.receive(structuredClone(reply)))
  const caller: Caller<FailingMethods> = createCaller(async (call) => server.receive(structuredClone(call)))
  return caller
}

test('what a user is told crosses between processes as the same failure', async () => {
  const said = message('failures.system.refused', { reason: 'EACCES' })
  const caught = await piped(new Failure('NOT_FOUND', said))
    .call('fail', null)
    .catch((error: unknown) => error)
  expect(caught).toBeInstanceOf(Failure)
  expect(caught).toMatchObject({
    code: 'NOT_FOUND',
    said,
    tellsAll: false,
    message: expect.stringContaining('EACCES'),
  })
})

test('that a failure tells all of it crosses too', async () => {
  const whole = new Failure('NOT_FOUND', message('failures.outgoing.unknown'), { tellsAll: true })
  await expect(piped(whole).call('fail', null)).rejects.toMatchObject({ code: 'NOT_FOUND', tellsAll: true })
})

test('what is for the program of the caller crosses with its code and data, and a fault as internal', async () => {
  await expect(
    piped(new RemoteError('NOT_LOADED', 'No model.', { path: 'a' })).call('fail', null),
  ).rejects.toMatchObject({ name: 'RemoteError', code: 'NOT_LOADED', data: { path: 'a' } })
  await expect(piped(new TypeError('x is not a function')).call('fail', null)).rejects.toMatchObject({
    name: 'RemoteError',
    code: 'INTERNAL',
  })
})
