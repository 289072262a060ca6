/**
 * The kinds of events in their order, evidence once: on a busy machine what was found first is shown before the rest of it has come, and
 * told again with all of it.
 */
export function answerSteps(events: readonly { readonly type: string }[]): readonly string[] {
  return events.map(({ type }) => type).filter((type, at, all) => type !== 'evidence' || all[at - 1] !== 'evidence')
}
