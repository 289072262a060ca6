import type { ModelRow } from '../../contract/model.ts'

/** Of the installed models that write, the largest that fits this computer and is larger than the student; null: none. */
export function teacherAmong(models: readonly ModelRow[], student: { readonly id: string } | null): string | null {
  const bytes = models.find(({ id }) => id === student?.id)?.bytes ?? 0
  const larger = models.filter(
    (model) => model.kind === 'language' && model.installed && model.fit.verdict !== 'no' && model.bytes > bytes,
  )
  return larger.toSorted((one, other) => other.bytes - one.bytes)[0]?.id ?? null
}
