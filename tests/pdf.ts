/** What a PDF says of itself and shows, read by pdf.js (in the build of `unpdf`): no program of the machine is needed. */
import { getDocumentProxy } from 'unpdf'

export type ReadPdf = {
  title: string
  language: string
  isTagged: boolean
  /** Points, of the first page. */
  size: [width: number, height: number]
  /** Text in the order of its content, a line each as it is laid out. */
  pages: string[]
  fonts: { name: string; isEmbedded: boolean; isSubset: boolean }[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the bytes it is given for itself
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const info = (await document.getMetadata()).info as { Title?: string; Language?: string }
  const pages: string[] = []
  const fonts = new Map<string, ReadPdf['fonts'][number]>()
  let size: ReadPdf['size'] = [0, 0]
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    if (number === 1) size = [page.view[2]! - page.view[0]!, page.view[3]! - page.view[1]!]
    const { items, styles } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    // fonts are known once the page is ready to be drawn
    await page.getOperatorList()
    for (const id of Object.keys(styles)) {
      const font = page.commonObjs.get(id) as { name: string; missingFile?: boolean }
      fonts.set(font.name, {
        name: font.name,
        isEmbedded: font.missingFile === false,
        isSubset: /^[A-Z]{6}\+/.test(font.name),
      })
    }
  }
  const isTagged = (await document.getMarkInfo())?.Marked === true
  await document.loadingTask.destroy()
  return { title: info.Title ?? '', language: info.Language ?? '', isTagged, size, pages, fonts: [...fonts.values()] }
}

export const textOf = async (bytes: Uint8Array): Promise<string> => (await readPdf(bytes)).pages.join('\n')

/** How far down each A4 page its text goes, between the margins of the reports: 0 to 1. */
export async function filledOf(bytes: Uint8Array): Promise<number[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const filled: number[] = []
  const [top, bottom] = [842 - 60, 57]
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const heights = items.flatMap((item) =>
      'transform' in item && item.str.trim() !== '' ? [item.transform[5] as number] : [],
    )
    const lowest = Math.min(...heights.filter((height) => height > bottom))
    filled.push((top - lowest) / (top - bottom))
  }
  await document.loadingTask.destroy()
  return filled
}

/** Of each page, the texts that lie over another one (« Besoin / Places »), and the lowest of its texts. */
export async function laidOut(bytes: Uint8Array): Promise<{ over: string[]; foot: string }[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const pages: { over: string[]; foot: string }[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const boxes = items.flatMap((item) => {
      if (!('transform' in item) || item.str.trim() === '') return []
      const [left, low] = item.transform.slice(4) as [number, number]
      // letters without those that go above or below the others
      return [{ text: item.str.trim(), left, right: left + item.width, low, high: low + item.height / 2 }]
    })
    const over = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (other) =>
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
            Math.min(one.high, other.high) - Math.max(one.low, other.low) > 1,
        )
        .map((other) => `${one.text} / ${other.text}`),
    )
    pages.push({ over, foot: boxes.toSorted((a, b) => a.low - b.low)[0]?.text ?? '' })
  }
  await document.loadingTask.destroy()
  return pages
}
