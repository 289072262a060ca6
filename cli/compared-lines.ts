import type { Anchoring, Judging } from '../contract/comparing.ts'
import { counted } from './counted.ts'

type Compared = { readonly judging: Judging; readonly anchoring: Anchoring | null }

/** Who compared, how far that can be relied on, and how the informed opinion moved. */
export function comparedLines({ judging, anchoring }: Compared): readonly string[] {
  const { open, judged, model, measured } = judging
  return [
    ...(judged > 0 && model !== null ? [judgedLine(model, judged, measured)] : []),
    ...(open > 0
      ? [
          `Rules cannot tell ${counted(open, 'pair')} of sentences. To have the model of this computer judge them: --compare`,
        ]
      : []),
    ...(anchoring ? [movedLine(anchoring)] : []),
  ]
}

function judgedLine(model: string, judged: number, measured: Judging['measured']): string {
  const often = measured
    ? `it agreed with our own labels in ${measured.right} of ${measured.of} such pairs`
    : 'how often it is right was never measured'
  return `Words compared by rule first; ${model} judged ${counted(judged, 'pair')} (${often}).`
}

function movedLine({ toward, away, elsewhere, stayed, unclear, takenUp }: Anchoring): string {
  const parts = [
    `${counted(toward, 'sentence')} toward ours`,
    `${away} away from ours`,
    `${elsewhere} to something else`,
    `${stayed} stayed`,
    ...(unclear > 0 ? [`${unclear} cannot be told`] : []),
    ...(takenUp > 0 ? [`${takenUp} taken up that only ours said`] : []),
  ]
  return `The informed opinion changed ${parts.join(', ')}.`
}
