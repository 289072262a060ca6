/** The first page that is not there yet, from 1: pages come in order, around those that were there before. */
export function createAwaitedPage(there: readonly number[]) {
  const done = new Set(there)
  let page = 1
  const goOn = () => {
    while (done.has(page)) page += 1
  }
  goOn()
  return {
    get page() {
      return page
    },
    take(read: number): void {
      done.add(read)
      goOn()
    },
  }
}
