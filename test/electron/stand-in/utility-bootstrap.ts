import { EventEmitter } from 'node:events'

/**
 * Runs a program as Electron's utility process would: `process.parentPort` over the messages of `child_process.fork`,
 * with ports. Like Electron's, it keeps messages until somebody listens.
 */
class PortMain extends EventEmitter {
  readonly #number: number
  #waiting: unknown[] | null = []

  constructor(number: number) {
    super()
    this.#number = number
  }
  receive(data: unknown): void {
    if (this.#waiting) this.#waiting.push(data)
    else this.emit('message', { data, ports: [] })
  }
  postMessage(data: unknown): void {
    process.send?.({ port: this.#number, data })
  }
  start(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const data of waiting) this.receive(data)
  }
}

type Envelope =
  | { readonly data: unknown; readonly newPort?: number }
  | { readonly port: number; readonly data: unknown }
  | { readonly closedPort: number }

const ports = new Map<number, PortMain>()
const parentPort = Object.assign(new EventEmitter(), { postMessage: (data: unknown) => process.send?.({ data }) })
let waiting: Envelope[] | null = []

function receive(envelope: Envelope): void {
  if ('closedPort' in envelope) ports.get(envelope.closedPort)?.emit('close')
  else if ('port' in envelope) ports.get(envelope.port)?.receive(envelope.data)
  else if (envelope.newPort === undefined) parentPort.emit('message', { data: envelope.data, ports: [] })
  else {
    const port = new PortMain(envelope.newPort)
    ports.set(envelope.newPort, port)
    parentPort.emit('message', { data: envelope.data, ports: [port] })
  }
}

process.on('message', (envelope: Envelope) => (waiting ? waiting.push(envelope) : receive(envelope)))
// A utility process does not outlive Electron's main process.
process.on('disconnect', () => process.exit(0))
parentPort.on('newListener', (name) => {
  if (name !== 'message' || !waiting) return
  const kept = waiting
  waiting = null
  queueMicrotask(() => kept.forEach(receive))
})
Object.assign(process, { parentPort })
await import(process.argv[2] as string)
