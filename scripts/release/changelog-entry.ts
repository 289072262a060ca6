type Change = { readonly summary: string }

/** How changesets writes a change into CHANGELOG.md: as it was described, without a commit in front of it. */
export function getReleaseLine({ summary }: Change): string {
  const [first = '', ...rest] = summary.trim().split('\n')
  return ['', `- ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))].join('\n')
}

/** There is one package, so no change follows from another package's. */
export function getDependencyReleaseLine(): string {
  return ''
}
