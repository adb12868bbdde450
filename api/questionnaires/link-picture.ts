/** The picture of a link, 1200 × 630: the sign and name of the authority, the title, how long it takes and until when. */
import { fileURLToPath } from 'node:url'
import { languageRows } from '../../surveys/languages.ts'
import type { LinkPreview } from './link-preview.ts'

/** The fonts of some words: the first that has their letters, in their weight. */
const familiesOf = (words: string) =>
  /\p{Script=Arabic}/u.test(words) ? 'Noto Naskh Arabic, IBM Plex Sans' : 'IBM Plex Sans, Noto Naskh Arabic'
const [width, height, margin] = [1200, 630, 72]
const fontFiles = [
  'ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  'ibm-plex-sans/700Bold/IBMPlexSans_700Bold.ttf',
  'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  'noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
].map((file) => fileURLToPath(new URL(`../../node_modules/@expo-google-fonts/${file}`, import.meta.url)))

/** Sizes of the title, the first that lets it stand on so many lines; `signs`: about how many letters a line then holds. */
const titleSizes = [
  { size: 92, lines: 2, signs: 22 },
  { size: 76, lines: 3, signs: 27 },
  { size: 60, lines: 4, signs: 34 },
  { size: 48, lines: 5, signs: 43 },
]

/** Words laid on lines of at most `signs` letters; a longer word has a line of its own. */
function linesOf(text: string, signs: number): string[] {
  const lines: string[] = []
  // a no-break space holds « : » and « ? » to their word
  for (const word of text.split(/[ \t\n]+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= signs) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A line too long for the picture ends with « … ». */
const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** An ordinary week along the foot: early shifts, a Wednesday, a night. Hours from 0 to 24 on seven lines. */
const week: readonly (readonly [day: number, from: number, to: number, colour: string])[] = [
  ...[0, 1, 3, 4].flatMap((day) => [[day, 5.5, 8.5, '#7fb3b1'] as const, [day, 16.5, 19.5, '#7fb3b1'] as const]),
  [2, 7, 18, '#e9a25f'],
  [4, 20, 24, '#d9644a'],
  [5, 0, 6, '#d9644a'],
]

/** @param colour of the authority: `#0b5d5e` */
export function linkDrawing(preview: LinkPreview, colour: string): string {
  const isMirrored = languageRows[preview.language].direction === 'rtl'
  const at = (x: number, wide = 0) => (isMirrored ? width - x - wide : x)
  // the drawing library reads the direction of a line off its first letter
  const mark = isMirrored ? '\u200f' : ''
  const text = (words: string, y: number, size: number, weight: 400 | 700, fill: string, x = margin, isLast = false) =>
    `<text x="${at(x)}" y="${y}" font-family="${familiesOf(words)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${isMirrored !== isLast ? 'end' : 'start'}">${mark}${escaped(words)}${mark}</text>`
  const fit = titleSizes.find(({ lines, signs }) => linesOf(preview.title, signs).length <= lines) ?? titleSizes.at(-1)!
  const title = linesOf(preview.title, fit.signs).slice(0, fit.lines)
  const leading = Math.round(fit.size * (isMirrored ? 1.35 : 1.16))
  const head = 136
  // the title stands in the middle of what the head and the facts leave
  const top = head + Math.round((470 - head - (title.length - 1) * leading + fit.size * 0.7) / 2)
  const hour = (width - 2 * margin) / 24
  const bars = week.map(
    ([day, from, to, fill]) =>
      `<rect x="${at(margin + from * hour, (to - from) * hour)}" y="${528 + day * 13}" width="${(to - from) * hour}" height="9" rx="2" fill="${fill}"/>`,
  )
  const lines = Array.from(
    { length: 7 },
    (_, day) =>
      `<rect x="${margin}" y="${528 + day * 13}" width="${width - 2 * margin}" height="9" rx="2" fill="#eceae3"/>`,
  )
  const sign = [
    [6, 6, 12, '#e3efee'],
    [10, 11, 16, '#e3efee'],
    [6, 16, 8, '#e3efee'],
    [16, 21, 10, '#f2a65a'],
  ].map(([x, y, wide, fill]) => `<rect x="${x}" y="${y}" width="${wide}" height="3" rx="1" fill="${fill}"/>`)
  const demo = text(preview.demo, 492, 30, 700, '#9a3412', width - margin, true)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#fbfaf7"/><rect width="${width}" height="12" fill="${colour}"/>
<svg x="${at(margin, 64)}" y="56" width="64" height="64" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${colour}"/>${sign.join('')}</svg>
${text(cut(preview.site, 52), 100, 34, 400, '#3d434f', margin + 84)}
${title.map((line, row) => text(row === fit.lines - 1 ? cut(line, fit.signs + 4) : line, top + row * leading, fit.size, 700, '#1b1f2a')).join('\n')}
${text(preview.facts, 492, 34, 400, colour)}${demo}
${lines.join('')}${bars.join('')}
</svg>`
}

const most = 64

/** Draws pictures, each once for the same words; the oldest leaves when there are too many. */
export function linkPictures() {
  const known = new Map<string, Promise<Uint8Array>>()
  return (preview: LinkPreview, colour: string): Promise<Uint8Array> => {
    const key = `${colour} ${JSON.stringify(preview)}`
    const drawn = known.get(key) ?? draw(linkDrawing(preview, colour))
    known.set(key, drawn)
    drawn.catch(() => known.delete(key))
    if (known.size > most) known.delete(known.keys().next().value!)
    return drawn
  }
}

async function draw(svg: string): Promise<Uint8Array> {
  // the first link loads it, not the start of the server
  const { renderAsync } = await import('@resvg/resvg-js')
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'IBM Plex Sans' }
  return (await renderAsync(svg, { font })).asPng()
}
