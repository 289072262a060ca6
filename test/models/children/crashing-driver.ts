import type { LanguageLoad, ModelMethods } from '../../../models/local/protocol.ts'
import { serveParent } from '../../../processes/parent-port.ts'

/**
 * A process of models on a computer whose graphics driver crashes: when it is loaded, or (`DRIVER=late`) with the first weights, or
 * (`DRIVER=hanging`) never answers. `END` is the signal that ends it.
 */
const crash = (): never => {
  process.kill(process.pid, process.env.END ?? 'SIGSEGV')
  throw new Error('is gone')
}

serveParent<Pick<ModelMethods, 'graphics' | 'loadLanguage'>>({
  // oxlint-disable-next-line require-yield -- every call is a stream; this one has only an end
  async *graphics() {
    if (process.env.DRIVER === 'hanging') await new Promise(() => {})
    return process.env.DRIVER === 'late' ? 'vulkan' : crash()
  },
  // oxlint-disable-next-line require-yield -- as above
  async *loadLanguage({ contextTokens, gpu }: LanguageLoad) {
    return gpu === 'off' ? { contextTokens, graphics: null } : crash()
  },
})
