/** A poster in A4 or A5, made of the settings: the authority's logo and colour, what it is about, a QR code to scan. */

import { fullDayText } from '../../../surveys/days.ts'
import { type Language, languageRows } from '../../../surveys/languages.ts'
import { textIn } from '../../../surveys/paper/stations.ts'
import { posterLines, speechOf } from '../../../surveys/paper/words.ts'
import { isCensus, isForYoung, type MinutesSpan } from '../../../surveys/questionnaire/audiences.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { announcedMinutes } from '../../../surveys/review/burden.ts'
import type { AppContext } from '../../context.ts'
import { qrCode } from '../../http/qr-code.ts'
import { pdfOf } from '../../paper/typst.ts'
import { invitationAsked } from '../../questionnaires/invitation.ts'
import type { Logo } from '../../settings/collections.ts'
import type * as wire from '../../wire/fieldwork.ts'
import { answeredIn, linkOf } from './channels.ts'
import { posterPage } from './poster-page.ts'

export type Poster = {
  questionnaire: Pick<Questionnaire, 'title' | 'summary' | 'audience' | 'audienceText'>
  minutes: MinutesSpan
  size: 'a4' | 'a5'
  author: string
  contact: string
  logo: Logo | null
  /** `#rrggbb`, or '' for ours. */
  colour: string
  languages: readonly Language[]
  /** It is written in; a text that is not translated stays French. */
  language: Language
  /** The link of its channel and language, in the QR code; the shorter one is printed in letters. */
  link: string
  address: string
  closesAt: string | null
  /** Nobody answers without a code: the poster says so. */
  isCodeAsked: boolean
  /** Its answers will be erased: the poster says so. */
  isTrial: boolean
}

/** The poster of a questionnaire as the settings make it. @throws Problem questionnaire-unknown */
export async function posterFor(
  context: AppContext,
  slug: string,
  { size, channel, zone, language }: wire.PosterWanted,
  origin: string,
): Promise<Uint8Array> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const { site, values, logo } = await context.settings()
  return printPoster({
    questionnaire,
    minutes: announcedMinutes(questionnaire),
    size,
    author: site.name,
    contact: values.contact,
    logo,
    colour: values.colour,
    languages: answeredIn(questionnaire, site.languages),
    isTrial: standing.status === 'trial',
    language,
    link: linkOf(origin, slug, channel, zone, language),
    address: linkOf(origin, slug, '', '', 'fr'),
    closesAt: standing.closesAt,
    isCodeAsked: invitationAsked(standing, questionnaire.audience) === 'required',
  })
}

/** The QR code of an address, as an SVG. */
export const pictureOf = (address: string): Promise<string> => qrCode(address, { margin: 2, level: 'Q' })

/** A line may end after the name of the day, never inside its date. */
const unbroken = (day: string) => day.replace(/(?<= .*) /g, '\u00a0')

/** `affiche-familles-nord-ar-a4`: a folder holds those of several places and languages. */
export const posterName = (slug: string, { size, channel, zone, language }: wire.PosterWanted): string =>
  ['affiche', slug, channel === 'affiche' ? '' : channel, zone, language === 'fr' ? '' : language, size]
    .filter(Boolean)
    .join('-')

/** @returns a tagged PDF of one page */
export async function printPoster(wanted: Poster): Promise<Uint8Array> {
  const {
    questionnaire,
    size,
    logo,
    colour,
    languages,
    language: own,
    link,
    address,
    closesAt,
    author,
    contact,
  } = wanted
  const say = speechOf(own, isForYoung(questionnaire.audience))
  const { tag, direction } = languageRows[own]
  const qr = await qrCode(link, { margin: 0, level: 'Q' })
  return pdfOf({
    source: posterPage,
    data: {
      size,
      author,
      contact,
      lang: tag,
      rtl: direction === 'rtl',
      accent: colour || '#0b5d5e',
      title: textIn(questionnaire.title, own),
      summary: textIn(questionnaire.summary, own),
      audience: textIn(questionnaire.audienceText, own),
      call: say.posterCall,
      minutes: say.minutes(wanted.minutes),
      until: closesAt === null ? '' : say.posterUntil(unbroken(fullDayText(closesAt, own))),
      code: wanted.isCodeAsked ? say.posterCode : '',
      scan: say.posterScan,
      type: say.posterType,
      // a census asks for a code, and has no sheet
      promise: isCensus(questionnaire.audience) ? '' : say.posterPromise,
      trial: wanted.isTrial ? say.posterTrial : '',
      others: posterLines(languages, own).map(({ language, text }) => {
        const row = languageRows[language]
        return { text, lang: row.tag, rtl: row.direction === 'rtl' }
      }),
      qr,
      address: address.replace(/^https?:\/\//, ''),
      // Typst has no base64: the bytes themselves
      logo: logo ? [...Buffer.from(logo.data, 'base64')] : [],
      ribbon: ribbon(colour || '#0b5d5e'),
    },
  })
}

/** The week as the poster draws it: the same hours as the home page. */
const hours: [day: number, from: number, to: number, isStrained: boolean][] = [
  ...[0, 1, 3, 4].flatMap((day): [number, number, number, boolean][] => [
    [day, 11, 17, false],
    [day, 33, 39, false],
  ]),
  [2, 14, 36, true],
  [5, 16, 27, false],
]

function ribbon(accent: string): string {
  const lines = Array.from(
    { length: 7 },
    (_, day) => `<rect x="0" y="${day * 11}" width="480" height="8" rx="4" fill="#ece8df"/>`,
  )
  const spans = hours.map(
    ([day, from, to, isStrained]) =>
      `<rect x="${from * 10}" y="${day * 11}" width="${(to - from) * 10}" height="8" rx="4" fill="${isStrained ? '#c4570a' : accent}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 74">${[...lines, ...spans].join('')}</svg>`
}
