import { InvalidArgumentError } from 'commander'

/** Reads a whole number of at least 0 from the command line. */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}
