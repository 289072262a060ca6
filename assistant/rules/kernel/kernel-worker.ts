import { parentPort } from 'node:worker_threads'
import { serveCalls } from '../../../processes/remote-calls.ts'
import { createKernel } from './kernel.ts'
import type { KernelMethods } from './kernel-methods.ts'

/** Entry of the worker in which rules run: packs come from anywhere, and what never ends can only be stopped from outside. */
const port = parentPort
if (!port) throw new Error('This program is started by Consilium itself, not by hand.')
const calls = serveCalls<KernelMethods>(createKernel(), async (message) => port.postMessage(message))
port.on('message', (message) => calls.receive(message))
