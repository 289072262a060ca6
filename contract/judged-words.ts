import type { Claim } from './answer.ts'

/** What stands beside a sentence that the model judged: never the mark alone, always how often it was right. */
export function judgedWords({ right, of }: NonNullable<Claim['judged']>): string {
  return `follows, by the model’s judgement: right in ${right} of ${of} measured`
}
