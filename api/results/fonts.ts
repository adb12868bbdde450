/** The font files that documents carry, read from their packages once. */
import { readFile } from 'node:fs/promises'
import type { EmbeddedFont } from '../../analysis/report/html/html.ts'
import type { DocumentFonts } from '../../analysis/report/writers.ts'

const packages = new URL('../../node_modules/', import.meta.url)
const latin = '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin'
const arabic = '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic'
let read: Promise<DocumentFonts> | null = null

export function documentFonts(): Promise<DocumentFonts> {
  read ??= readAll().catch((error) => {
    read = null
    throw error
  })
  return read
}

async function readAll(): Promise<DocumentFonts> {
  const [woff2, ttf, arabicWoff2, arabicTtf] = await Promise.all([
    woff2Of(latin),
    ttfOf('ibm-plex-sans', 'IBMPlexSans'),
    woff2Of(arabic, 'Noto Naskh Arabic'),
    ttfOf('noto-naskh-arabic', 'NotoNaskhArabic'),
  ])
  return { woff2, ttf, arabic: { woff2: arabicWoff2, ttf: arabicTtf } }
}

const woff2Of = (path: string, family?: string): Promise<EmbeddedFont[]> =>
  Promise.all(
    ([400, 700] as const).map(async (weight) => ({
      weight,
      woff2: await readFile(new URL(`${path}-${weight}-normal.woff2`, packages)),
      ...(family === undefined ? {} : { family }),
    })),
  )

const ttfOf = (name: string, prefix: string): Promise<Uint8Array[]> =>
  Promise.all(
    ['400Regular', '700Bold'].map((face) =>
      readFile(new URL(`@expo-google-fonts/${name}/${face}/${prefix}_${face}.ttf`, packages)),
    ),
  )
