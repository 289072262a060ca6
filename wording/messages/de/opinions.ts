import type { OPINIONS as ENGLISH } from '../en/opinions.ts'
import type { Translation } from '../../translate.ts'

export const OPINIONS: Translation<typeof ENGLISH> = {}
