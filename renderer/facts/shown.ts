/** What the right column was asked to show; null: nothing. `times` tells one opening from the next. */
export type Shown = { readonly kind: 'fact'; readonly id: string; readonly times: number }
