import type { START as ENGLISH } from '../en/start.ts'
import type { Translation } from '../../translate.ts'

export const START: Translation<typeof ENGLISH> = {}
