import type { FAILURES_OF_STORES as ENGLISH } from '../en/failures-of-stores.ts'
import type { Translation } from '../../translate.ts'

export const FAILURES_OF_STORES: Translation<typeof ENGLISH> = {
  models: {
    writesNoAnswers: '{model} schreibt keine Antworten.',
    noFile: 'Es gibt keine Datei {file}.',
    damaged: '{model} ist nicht verwendbar: {damage}',
    takesNoAdapter:
      '{model} schreibt keine Antworten und nimmt daher keinen LoRA-Adapter an. Es wurde nichts geändert.',
    notInstalled: '{model} ist nicht installiert.',
    unknown: 'Es gibt kein Modell „{model}“.',
    offline:
      'Das Netzwerk ist ausgeschaltet. Es wurde nichts heruntergeladen. Eine Modelldatei lässt sich auch von einem Datenträger importieren.',
  },
}
