import type { ReadLimits } from '../read-limits.ts'
import { isOn } from './docx-styles.ts'
import { walkPrefixedXml } from '../xml/walk-xml.ts'

/** What each comment is called ("Reply", "Comment (resolved)"), by the id of its last paragraph. */
export function readCommentLabels(xml: string, limits: ReadLimits): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  walkPrefixedXml(xml, limits, {
    open(name, attributes) {
      if (name !== 'w15:commentEx') return
      const word = attributes['w15:paraIdParent'] === undefined ? 'Comment' : 'Reply'
      const isDone = isOn(attributes['w15:done'] ?? '0')
      labels.set(attributes['w15:paraId'] ?? '', isDone ? `${word} (resolved)` : word)
    },
  })
  return labels
}
