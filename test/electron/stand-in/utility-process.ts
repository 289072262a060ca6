import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { PortMain } from './ports.ts'

const BOOTSTRAP = fileURLToPath(new URL('utility-bootstrap.ts', import.meta.url))

type Envelope = { readonly data: unknown; readonly port?: number }

/**
 * Electron's `utilityProcess.fork` over real child processes. What it assumes of Electron: `exit` carries the code or the
 * signal's number, `child-process-gone` follows for every end that is not clean, `kill` is SIGTERM, then SIGKILL.
 */
export function createUtilityProcess(
  app: EventEmitter,
  onStarted: (pid: number) => void = () => {},
): Pick<typeof Electron.utilityProcess, 'fork'> {
  return {
    fork(file, _arguments, options = {}) {
      const utility = forkUtility(app, file, options)
      onStarted(utility.pid ?? 0)
      return utility as unknown as Electron.UtilityProcess
    },
  }
}

function forkUtility(
  app: EventEmitter,
  file: string,
  { serviceName, env, execArgv }: Electron.ForkOptions,
): EventEmitter & { readonly pid: number | undefined } {
  const process_ = fork(BOOTSTRAP, [file], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: execArgv ?? [],
    env: env as NodeJS.ProcessEnv,
  })
  const ports = new Map<number, PortMain>()
  const send = (envelope: object) => void (process_.connected && process_.send(envelope))
  const utility = Object.assign(new EventEmitter(), {
    stderr: process_.stderr,
    pid: process_.pid as number | undefined,
    kill() {
      process_.kill('SIGTERM')
      setTimeout(() => process_.kill('SIGKILL'), 2000).unref()
      return true
    },
    postMessage(data: unknown, [port]: PortMain[] = []) {
      if (!port) return send({ data })
      const number = ports.size
      ports.set(number, port)
      port.on('message', ({ data: frame }: { data: unknown }) => send({ port: number, data: frame }))
      port.on('close', () => send({ closedPort: number }))
      port.start()
      send({ data, newPort: number })
    },
  })
  process_.on('message', ({ data, port }: Envelope) => {
    if (port === undefined) utility.emit('message', data)
    else ports.get(port)?.postMessage(data)
  })
  process_.once('exit', (code, signal) => {
    utility.pid = undefined
    for (const port of ports.values()) port.close()
    const exitCode =
      code ?? ({ SIGKILL: 9, SIGTERM: 15, SIGSEGV: 11, SIGABRT: 6 } as Record<string, number>)[signal ?? ''] ?? 1
    utility.emit('exit', exitCode)
    const crashed = signal === 'SIGSEGV' || signal === 'SIGABRT'
    const reason = signal ? (crashed ? 'crashed' : 'killed') : 'abnormal-exit'
    if (exitCode !== 0) app.emit('child-process-gone', {}, { type: 'Utility', name: serviceName, reason, exitCode })
  })
  return utility
}
