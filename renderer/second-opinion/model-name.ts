import type { Answer } from '../../contract/answer.ts'

/** Which model wrote an answer of this computer. */
export function modelName({ model }: Pick<Answer, 'model'>): string {
  return model?.id ?? 'passages only'
}
