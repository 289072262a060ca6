import { expect, test } from 'vitest'
import { attachToEngine } from '../../assistant/connection/attach-to-engine.ts'
import { startBrowserHost } from '../../cli/serve/start-browser-host.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { programFiles } from '../../host/program-files.ts'
import type { StartProcess } from '../../processes/child.ts'
import { ROOT } from './carriers.ts'
import { shortFolder } from './short-folder.ts'
import { eventually } from '../patience.ts'

const PASSPHRASE = 'a passphrase of the test'

test('an engine that is killed after a lock is followed by a locked one, and after it was opened by one that is not', async () => {
  await using folder = await shortFolder()
  const { startProcess, windowFolder } = programFiles(ROOT, folder.path)
  const starts: unknown[] = []
  const counting: StartProcess = (entry, options) => {
    starts.push(options.staysLocked)
    return startProcess(entry, options)
  }
  await using host = await startBrowserHost({ startProcess: counting, folder: windowFolder, port: 0 })
  const asking = async (work: (client: AssistantClient) => Promise<unknown>) => {
    await host.engine.ready()
    await using attached = await eventually('a running engine', () => attachToEngine(folder.path))
    return await work(attached.client)
  }
  const another = async (end: () => unknown) => {
    await host.engine.ready()
    const { length } = starts
    await end()
    await eventually('another engine', async () => starts.length > length)
  }
  const kill = async () => process.kill(host.engine.pid ?? 0, 'SIGKILL')

  await asking((client) => client.home.create({ passphrase: PASSPHRASE }))
  await another(kill)
  await another(() => asking((client) => client.home.unlock({ passphrase: PASSPHRASE }).then(() => client.home.lock())))
  await another(kill)
  await asking((client) => client.home.unlock({ passphrase: PASSPHRASE }))
  await another(kill)
  expect(starts).toEqual([false, false, true, true, false])
})
