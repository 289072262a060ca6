import type { Socket } from 'node:net'
import { connectToParent } from '../../../processes/parent-port.ts'

const parent = connectToParent()
parent.onMessage((message, [socket]) => (socket as Socket).write(`${(message as { text: string }).text}\n`))
await parent.post({ type: 'ready' })
