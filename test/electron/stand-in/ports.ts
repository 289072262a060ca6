import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/** Electron's `MessagePortMain` over a port of worker_threads: events carry `{ data, ports }`, nothing flows before `start`. */
export class PortMain extends EventEmitter {
  /** What a window gets when this end is posted to it. */
  readonly raw: MessagePort

  constructor(raw: MessagePort) {
    super()
    this.raw = raw
  }
  start(): void {
    this.raw.on('message', (data) => this.emit('message', { data, ports: [] }))
    this.raw.on('close', () => this.emit('close'))
  }
  postMessage(data: unknown): void {
    this.raw.postMessage(data)
  }
  close(): void {
    this.raw.close()
  }
}

/** Electron's `MessageChannelMain`. */
export class ChannelMain {
  readonly port1: PortMain
  readonly port2: PortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new PortMain(port1)
    this.port2 = new PortMain(port2)
  }
}
