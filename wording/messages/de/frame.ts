import type { FRAME as ENGLISH } from '../en/frame.ts'
import type { Translation } from '../../translate.ts'

export const FRAME: Translation<typeof ENGLISH> = {}
