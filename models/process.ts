import { serveParent } from '../processes/parent-port.ts'
import { createModelHandlers } from './local/model-handlers.ts'

serveParent(createModelHandlers())
