import type { MODELS as ENGLISH } from '../en/models.ts'
import type { Translation } from '../../translate.ts'

export const MODELS: Translation<typeof ENGLISH> = {}
