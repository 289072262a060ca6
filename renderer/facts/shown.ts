/** What the right column was asked to show; null: what its tab shows by itself. `times` tells one opening from the next. */
export type Shown =
  | { readonly kind: 'fact'; readonly id: string; readonly times: number }
  | { readonly kind: 'what-if'; readonly conclusion: number; readonly times: number }
  /** What the tab shows by itself, as a sheet where it has no column. */
  | { readonly kind: 'own'; readonly times: number }
