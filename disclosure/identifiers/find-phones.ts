import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import type { IdentifierSpan, IdentifierType } from './identifier.ts'

/** Groups of digits with the marks that stand in phone numbers; at most five brackets and fourteen groups. */
const CANDIDATE =
  /(?<![\p{L}\p{N}./:-]|\d,|[$€£]\s?)(?:\+|00)?[( ]{0,2}\d{1,11}(?:[ .\-–/()]{1,3}\d{1,11}){0,8}(?:\s?(?:x|ext\.?|extension|durchwahl|dw|poste)\s?\.?\d{1,6})?(?![\p{L}\p{N}])/giu
const CUE =
  /(?:phone|phones|tel|telephone|telefon|téléphone|teléfono|cell|cellphone|mobile|mobil|handy|portable|móvil|fax|pager|beeper|call|dial|text|sms|whatsapp|contact|number|nummer|numéro|número|desk|office|home|work|line|hotline|reach|reached|rufnummer|mobilnummer|ring|fon)(?:\s(?:me|us|her|him|them|at|on|number|no\.?|nr\.?|is|is:|als|unter|au|al|to|:))*[\s.:#()-]{0,4}(?:\(?[hcwmo]\)?[:.]?\s?)?$/iu
const FAX = /fax[\s.:#()-]{0,4}(?:number|no\.?|nr\.?|is)?[\s.:#()-]{0,4}$/iu
/** So much of what stands before tells what a number is. */
const LOOKED_BACK = 40
/** Numbers without a country code are tried as numbers of these. */
const HOMES: readonly CountryCode[] = ['US', 'GB', 'DE', 'FR', 'ES', 'CH', 'AT', 'AU', 'IN', 'MX']
const [SHORTEST, LONGEST] = [7, 15]
/** Years and ranges of them have four digits twice. */
const YEARS = /^(?:1[89]|20)\d{2}\s?[-–/]\s?(?:1[89]|20)?\d{2,4}$/u

/** Phone and fax numbers, of any country: by their plan, by a word before, or by the way their digits are grouped. */
export function findPhones(text: string): readonly IdentifierSpan[] {
  const spans: IdentifierSpan[] = []
  for (const { index, 0: raw } of text.matchAll(CANDIDATE)) {
    const found = balanced(raw)
    const start = index + raw.indexOf(found)
    const digits = found.replace(/(?:x|ext|durchwahl|dw|poste).*$/iu, '').replace(/\D/g, '').length
    if (digits < SHORTEST || digits > LONGEST) continue
    const before = text.slice(Math.max(0, start - LOOKED_BACK), start)
    const cued = CUE.test(before)
    const type: IdentifierType = FAX.test(before) ? 'fax' : 'phone'
    const confidence = confidenceOf(found, digits, cued)
    if (confidence > 0) spans.push({ start, end: start + found.length, type, by: 'pattern', confidence })
  }
  return spans
}

/** Without a bracket that opens or closes nothing here, and without what stands around it. */
function balanced(raw: string): string {
  const trimmed = raw.trim()
  return trimmed.startsWith('(') && !trimmed.includes(')') ? trimmed.slice(1).trim() : trimmed
}

/** 0: no phone number. */
function confidenceOf(found: string, digits: number, cued: boolean): number {
  if (cued) return 0.9
  if (/^(?:\+|00)/.test(found)) return 0.85
  if (/^\d+$/.test(found)) return digits >= 10 && isOfAPlan(found) ? 0.75 : 0
  return YEARS.test(found) ? 0 : ofGroups(found, digits)
}

function ofGroups(found: string, digits: number): number {
  if (/[().-]/u.test(found)) return isOfAPlan(found) ? 0.85 : looksGrouped(found) ? 0.6 : 0
  if (/^\d{3} \d{4}$/.test(found)) return 0.5
  return digits >= 8 && looksGrouped(found) && (found.startsWith('0') || isOfAPlan(found)) ? 0.7 : 0
}

/** Two to six groups of two to five digits. */
function looksGrouped(found: string): boolean {
  const groups = found.match(/\d+/g) ?? []
  return groups.length >= 2 && groups.length <= 6 && groups.every(({ length }) => length >= 2 && length <= 8)
}

function isOfAPlan(found: string): boolean {
  return HOMES.some((home) => parsePhoneNumberFromString(found, home)?.isValid() ?? false)
}
