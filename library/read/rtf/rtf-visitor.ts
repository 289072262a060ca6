import { characterCount } from '../character-count.ts'
import type { TextBlock } from '../join-blocks.ts'
import type { ReadLimits } from '../read-limits.ts'
import { DESTINATIONS, SKIPPED } from './rtf-destinations.ts'
import { takeForm } from './rtf-fields.ts'
import { PLAIN_PARAGRAPH, PLAIN_TEXT, type RtfCounts, type RtfDestination, type RtfWalk, shapeOf } from './rtf-group.ts'
import { createPartCounter, createRtfStory } from './rtf-story.ts'
import { createRtfStyles } from './rtf-styles.ts'
import type { RtfVisitor } from './walk-rtf.ts'
import { WORDS } from './rtf-words.ts'

/** The visitor that turns RTF into blocks, its counts, and what it found when the file has ended. */
export function createRtfVisitor(limits: ReadLimits): RtfVisitor & {
  readonly counts: RtfCounts
  finish(): {
    readonly headers: readonly TextBlock[]
    readonly body: readonly TextBlock[]
    readonly footers: readonly TextBlock[]
  }
} {
  const countPart = createPartCounter(limits.xmlElements)
  const body = createRtfStory(countPart)
  const walk: RtfWalk = {
    counts: { hiddenCharacters: 0, insertions: 0, deletions: 0, pictures: 0, objects: 0, formulas: 0 },
    styles: createRtfStyles(),
    countPart,
    headers: [],
    footers: [],
    groups: [],
    group: {
      ...PLAIN_PARAGRAPH,
      ...PLAIN_TEXT,
      destination: 'text',
      story: body,
      collected: [],
      onClose: null,
      isStarred: false,
    },
    notes: 0,
    calledNote: null,
    author: '',
    isHeadRow: false,
    isInsertionOpen: false,
    isDeletionOpen: false,
    form: { type: 0, result: 0, byDefault: 0 },
  }
  return {
    counts: walk.counts,
    open() {
      walk.groups.push(walk.group)
      const isStyle = walk.group.destination === 'styles'
      walk.group = { ...walk.group, isStarred: false, onClose: isStyle ? walk.styles.endEntry : null }
    },
    close: () => closeGroup(walk),
    control: (word, value) => takeControl(walk, word, value),
    text: (text) => takeText(walk, text),
    wantsText: () => KEEPS_TEXT.has(walk.group.destination),
    finish() {
      while (walk.groups.length > 0) closeGroup(walk)
      return { headers: walk.headers, body: body.finish(shapeOf(walk.group, walk.styles)), footers: walk.footers }
    },
  }
}

const KEEPS_TEXT: ReadonlySet<RtfDestination> = new Set(['text', 'collect', 'styles'])

function closeGroup(walk: RtfWalk): void {
  walk.group.onClose?.()
  walk.group = walk.groups.pop() ?? walk.group
}

function takeControl(walk: RtfWalk, word: string, value: number | null): void {
  const { group } = walk
  if (group.destination === 'skip') return
  if (word === '*') {
    group.isStarred = true
    return
  }
  const isStarred = group.isStarred
  group.isStarred = false
  const open = DESTINATIONS.get(word)
  if (open) open(walk)
  else if (isStarred || SKIPPED.has(word)) group.destination = 'skip'
  else if (group.destination === 'styles') walk.styles.control(word, value)
  else if (group.destination === 'form') takeForm(walk, word, value)
  else if (group.destination === 'text') WORDS.get(word)?.(walk, value)
}

function takeText(walk: RtfWalk, text: string): void {
  const { group } = walk
  group.isStarred = false
  if (group.destination === 'styles') return walk.styles.name(text)
  if (group.destination === 'collect') return void group.collected.push(text)
  if (group.isHidden) {
    walk.counts.hiddenCharacters += characterCount(text)
    return
  }
  if (group.isDeleted && !walk.isDeletionOpen) walk.counts.deletions += 1
  if (group.isInserted && !group.isDeleted && !walk.isInsertionOpen) walk.counts.insertions += 1
  walk.isDeletionOpen = group.isDeleted
  walk.isInsertionOpen = group.isInserted && !group.isDeleted
  if (group.isDeleted) group.story.deleted(text)
  else group.story.text(text, group.isRaised)
}
