import type { MATTERS as ENGLISH } from '../en/matters.ts'
import type { Translation } from '../../translate.ts'

export const MATTERS: Translation<typeof ENGLISH> = {}
