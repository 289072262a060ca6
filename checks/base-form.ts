/** "Left" is kept as it is: it may say the side. */
const FORMS =
  'begin:begun bleed:bled break:broke,broken bring:brought buy:bought choose:chose,chosen do:done draw:drew,drawn fall:fallen find:found give:gave,given grow:grew,grown hold:held keep:kept know:knew,known lose:lost make:made meet:met pay:paid rise:risen say:said see:saw,seen seek:sought sell:sold send:sent show:shown speak:spoke,spoken take:took,taken tell:told think:thought withdraw:withdrew,withdrawn write:wrote,written'
const BASES = new Map(
  FORMS.split(' ').flatMap((row) => {
    const [base = '', forms = ''] = row.split(':')
    return forms.split(',').map((form) => [form, base] as const)
  }),
)

/** The verb of an irregular form, "pay" of "paid"; any other word as it is. */
export function baseForm(word: string): string {
  return BASES.get(word) ?? word
}
