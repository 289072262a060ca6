import type { ASK as ENGLISH } from '../en/ask.ts'
import type { Translation } from '../../translate.ts'

export const ASK: Translation<typeof ENGLISH> = {}
