import * as z from 'zod'

/** A field of work that packs, samples and topics are of. */
export const WorkField = z.enum(['medicine', 'law'])
export type WorkField = z.infer<typeof WorkField>

/** What a person works in; null: not said yet. */
export const ChosenField = z.enum([...WorkField.options, 'both']).nullable()
export type ChosenField = z.infer<typeof ChosenField>

/** The same, those of the chosen field first and those of the other last; what is of no certain field stands between them. */
export function byField<T>(
  all: readonly T[],
  chosen: ChosenField,
  fieldOf: (one: T) => WorkField | null,
): readonly T[] {
  if (chosen === null || chosen === 'both') return all
  const place = (one: T) => {
    const field = fieldOf(one)
    return field === null ? 1 : field === chosen ? 0 : 2
  }
  return all.toSorted((one, other) => place(one) - place(other))
}
