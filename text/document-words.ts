/** What documents are called; of what a document is called it is said of all that stands in it. */
const WORDS = new Set(
  'document documents source sources passage passages text texts file files record records letter letters report reports judgment judgments judgement judgements decision decisions court contract contracts agreement agreements lease leases policy policies note notes statement statements case cases hospitalization hospitalisation email emails minutes memo invoice brief arztbrief entlassungsbrief bericht befund urteil bescheid vertrag protokoll schreiben rechnung'.split(
    ' ',
  ),
)

/** Whether a word, in lower case, names a kind of document. */
export function isDocumentWord(word: string): boolean {
  return WORDS.has(word)
}
