import { serveParent } from '../processes/serve-parent.ts'
import { createModelHandlers } from './local/model-handlers.ts'

serveParent(createModelHandlers())
