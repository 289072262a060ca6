import type { Anchoring, Judging } from '../../contract/comparing.ts'
import { formatCount } from '../wording/format-quantity.ts'

/** Who compared the sentences. */
export function comparedWords({ judged }: Judging): string {
  if (judged === 0) return 'words compared by rule; no model judged'
  return `words compared by rule first; the model judged ${formatCount(judged, 'pair')}`
}

/** How far its judging can be relied on; null where none was judged. */
export function measuredWords({ judged, model, measured }: Judging): string | null {
  if (judged === 0 || model === null) return null
  if (!measured) return `${model} judged. How often it is right was never measured.`
  return `${model} judged. It agreed with our own labels in ${measured.right} of ${measured.of} such pairs.`
}

/** What became of the blind sentences in the informed opinion; null where no row has both. */
export function anchoringWords({ toward, away, elsewhere, stayed, unclear, takenUp }: Anchoring): string | null {
  if (toward + away + elsewhere + stayed + unclear + takenUp === 0) return null
  const changed = [
    ...(toward > 0 ? [`${formatCount(toward, 'sentence')} toward ours`] : []),
    ...(away > 0 ? [`${away} away from ours`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} to something else`] : []),
  ]
  const rest = [
    ...(stayed > 0 ? [`${stayed} stayed`] : []),
    ...(unclear > 0 ? [`${unclear} cannot be told`] : []),
    ...(takenUp > 0 ? [`${takenUp} taken up that only ours said`] : []),
  ]
  const first =
    changed.length === 0
      ? 'The informed opinion changed no sentence'
      : `The informed opinion changed ${changed.join(', ')}`
  return rest.length === 0 ? `${first}.` : `${first}: ${rest.join(', ')}.`
}
