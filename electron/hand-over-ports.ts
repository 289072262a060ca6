import { isOwnFrame } from './app-page.ts'
import type { Engine } from './start-engine.ts'
import { CHANNELS, type EngineGone } from './window-messages.ts'

type Contents = Pick<Electron.WebContents, 'on' | 'postMessage' | 'send' | 'isDestroyed' | 'ipc'>
type CreateChannel = () => Pick<Electron.MessageChannelMain, 'port1' | 'port2'>

/**
 * Gives a window its line to the engine and then stays out of the way: one port after each load of the page and each start
 * of the engine. A port does not tell a page that the engine died, so that is told here, with the reason. The page may ask
 * for a port as well, for one that it lost; it says how many it has got, so that one on its way is not sent twice.
 */
export function handOverPorts(engine: Engine, contents: Contents, createChannel: CreateChannel): Disposable {
  const { supervised } = engine
  const page = { listens: false, ports: 0 }

  function handOver(): void {
    if (supervised.state !== 'ready' || !page.listens || contents.isDestroyed()) return
    const { port1, port2 } = createChannel()
    engine.connect(port1)
    contents.postMessage(CHANNELS.port, null, [port2])
    page.ports += 1
  }
  function tellGone(): void {
    const { state, reason } = supervised
    if (!page.listens || contents.isDestroyed() || (state !== 'failed' && state !== 'restarting')) return
    contents.send(CHANNELS.gone, { reason: reason ?? 'stopped', failed: state === 'failed' } satisfies EngineGone)
  }

  const forgetPage = () => Object.assign(page, { listens: false, ports: 0 })
  contents.on('did-navigate', forgetPage)
  contents.on('render-process-gone', forgetPage)
  contents.on('did-finish-load', () => {
    page.listens = true
    if (page.ports === 0) handOver()
  })
  contents.ipc.on(CHANNELS.want, (event, received: unknown) => {
    if (!isOwnFrame(event.senderFrame)) return
    page.listens = true
    if (supervised.state === 'failed') tellGone()
    else if (received === page.ports) handOver()
  })
  contents.ipc.on(CHANNELS.restart, (event) => {
    if (!isOwnFrame(event.senderFrame)) return
    page.listens = true
    if (supervised.state === 'ready') handOver()
    else supervised.restart()
  })
  const forget = supervised.onState(({ state }) => (state === 'ready' ? handOver() : tellGone()))
  return { [Symbol.dispose]: forget }
}
