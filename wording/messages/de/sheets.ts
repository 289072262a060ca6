import type { SHEETS as ENGLISH } from '../en/sheets.ts'
import type { Translation } from '../../translate.ts'

export const SHEETS: Translation<typeof ENGLISH> = {}
