import * as z from 'zod'
import type { JsonSettings } from '../../store/stored-json.ts'
import { readableList } from '../home/readable-rows.ts'

export const PASSWORDS_KEY = 'document-passwords'
/** More are not tried: each costs a locked file one opening. */
const AT_MOST = 20

/** Remembers a password for the locked documents of a matter; the newest is tried first. It stays in the encrypted store. */
export function rememberPassword(settings: JsonSettings, password: string): void {
  const known = passwordsFor(settings, null).filter((one) => one !== password)
  settings.set(PASSWORDS_KEY, [password, ...known].slice(0, AT_MOST))
}

/** What is tried on a locked document: what opened it before, then what opened, or was meant to open, others. */
export function passwordsFor(settings: JsonSettings, own: string | null): readonly string[] {
  const known = readableList(z.string(), settings.get(PASSWORDS_KEY))
  return own === null ? known : [own, ...known.filter((one) => one !== own)]
}
