import { putFailuresIntoWords } from '../wording/failure.ts'
import { messageText } from '../wording/message-text.ts'

// A test reads what a failure says also where the part that fails says nothing itself.
putFailuresIntoWords(messageText)
