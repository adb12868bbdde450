/** The paper put at the exit of an event: a square to scan, the address in letters, what it promises. One A4 page. */
import { fullDayText } from '../../../surveys/days.ts'
import { type Language, languageRows } from '../../../surveys/languages.ts'
import { exitLines } from '../../../surveys/paper/words.ts'
import { qrCode } from '../../http/qr-code.ts'
import { pdfOf } from '../../paper/typst.ts'
import type { Logo } from '../../settings/collections.ts'
import type { StoredEntry } from './collections.ts'
import { exitPosterPage } from './exit-poster-page.ts'
import { communeName } from './known.ts'

export type ExitPoster = {
  author: string
  logo: Logo | null
  /** `#rrggbb`, or '' for ours. */
  colour: string
  languages: readonly Language[]
  entry: Pick<StoredEntry, 'activity' | 'day' | 'commune'>
  address: string
  /** ISO day, the last one on which people may answer. */
  closesOn: string
}

/** @returns a tagged PDF of one page */
export async function printExitPoster({ author, logo, colour, languages, entry, address, closesOn }: ExitPoster) {
  const place = communeName(entry.commune)
  return pdfOf({
    source: exitPosterPage,
    data: {
      author,
      accent: colour || '#0b5d5e',
      call: 'Avant de partir',
      what: '3 questions, 20 secondes',
      activity: entry.activity,
      when: [fullDayText(entry.day), place].filter(Boolean).join(' · '),
      scan: 'Scannez le carré avec votre téléphone',
      type: 'ou tapez cette adresse',
      promise:
        'Sans nom, sans compte, facultatif. Vos réponses rejoignent un décompte\u202f: rien ne les relie à vous.',
      until: `Jusqu’au ${fullDayText(closesOn)}.`,
      others: exitLines(languages).map(({ language, text }) => {
        const { tag, direction } = languageRows[language]
        return { text, lang: tag, rtl: direction === 'rtl' }
      }),
      qr: await qrCode(address, { margin: 0, level: 'Q' }),
      address: address.replace(/^https?:\/\//, ''),
      // Typst has no base64: the bytes themselves
      logo: logo ? [...Buffer.from(logo.data, 'base64')] : [],
    },
  })
}
