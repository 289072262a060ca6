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
  async *graphics() {
    if (process.env.DRIVER === 'hanging') await new Promise(() => {})
    return process.env.DRIVER === 'late' ? 'vulkan' : crash()
  },
  async *loadLanguage({ contextTokens, gpu }: LanguageLoad) {
    return gpu === 'off' ? { contextTokens, graphics: null } : crash()
  },
})
