import type { VIEWER as ENGLISH } from '../en/viewer.ts'
import type { Translation } from '../../translate.ts'

export const VIEWER: Translation<typeof ENGLISH> = {}
