/** Marks a dialog that has to be answered before anything else. */
export const MODAL = 'data-modal'

/** Whether a dialog lies over the window; the window's own keys rest while it does. */
export function isModalOpen(): boolean {
  return document.querySelector(`[${MODAL}]`) !== null
}
