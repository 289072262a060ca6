// They stand in the contract, for the window too says of a run whether its answers were made so.
export { USUAL_SETTINGS } from '../../../contract/usual-settings.ts'
