/** From a questionnaire to the PDF people fill in: one form, or a batch where each form has its number and its code. */

import type { Drawn } from '../../surveys/answers/engine.ts'
import { dayText } from '../../surveys/days.ts'
import { type Language, languageRows } from '../../surveys/languages.ts'
import type { Paper, PaperPiece } from '../../surveys/paper/form.ts'
import { type Speech, speechOf } from '../../surveys/paper/words.ts'
import { drawings, type Pictogram } from '../../surveys/pictograms/drawings.ts'
import { isForYoung } from '../../surveys/questionnaire/audiences.ts'
import { type Choice, elementsIn, listOf } from '../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { announcedMinutes } from '../../surveys/review/burden.ts'
import { isUploaded, picturesIn } from '../../surveys/types/choices/choices.ts'
import { unaccented } from '../../surveys/wording/folded.ts'
import { qrCode } from '../http/qr-code.ts'
import { form } from './form.ts'
import { pdfOf } from './typst.ts'

/** A form to print; without a number it is a sample, with no code. */
export type PrintedForm = { number: string; words: readonly string[]; drawn: Drawn }

export type Print = {
  questionnaire: Questionnaire
  language: Language
  forms: readonly PrintedForm[]
  /** Cards printed for a repeated block: children of one family. */
  copies: number
  /** ISO date and time of the last day; null while none is set. */
  closesAt: string | null
  /** Name of the authority. */
  author: string
  /** `https://…`, where people answer and use their code. */
  origin: string
  /** The PNG of a picture, by its digest; null when there is none. */
  pictureOf: (digest: string) => Promise<Uint8Array | null>
  /** False while nobody has read this language again. */
  isReviewed: boolean
}

/** @returns a tagged PDF; each form starts on a right-hand page, its notice and code on a leaf of their own */
export async function print(wanted: Print): Promise<Uint8Array> {
  const { questionnaire, language, forms, closesAt, author, origin, pictureOf, isReviewed } = wanted
  const { paperOf } = await import('../../surveys/paper/form.ts')
  const papers: Record<string, unknown> = {}
  const say = speechOf(language, isForYoung(questionnaire.audience))
  const minutes = say.minutes(announcedMinutes(questionnaire))
  const until = closesAt === null ? '' : ` ${say.posterUntil(dayText(closesAt, language))}.`
  const timed = (paper: Paper): Paper => ({
    ...paper,
    notice: paper.notice.map((line) => (line.isTime ? { ...line, text: `${minutes}.${until}` } : line)),
  })
  const codeAddress = `${origin}/mon-code`
  const set = []
  const choices = elementsIn(questionnaire.definition).flatMap(({ element }) => listOf<Choice>(element.choices))
  const pictures = new Map<string, string>()
  for (const picture of picturesIn(choices)) pictures.set(picture, await svgOf(picture, pictureOf))
  for (const { number, words, drawn } of forms) {
    const key = JSON.stringify(drawn)
    papers[key] ??= printed(timed(paperOf(questionnaire, language, drawn)), wanted.copies, pictures, say)
    const qr =
      words.length === 0
        ? ''
        : await qrCode(`${codeAddress}#${words.map(unaccented).join('-')}`, { margin: 0, level: 'M' })
    set.push({ number, words, qr, paper: key, mark: number === '' ? say.sample : '' })
  }
  const title = paperOf(questionnaire, language).title
  return pdfOf({
    source: form,
    data: {
      title,
      author,
      language,
      lang: languageRows[language].tag,
      direction: languageRows[language].direction,
      reference: `${questionnaire.slug} · v${questionnaire.version} · ${language}`,
      unread: isReviewed ? '' : say.unread,
      online: `${origin}/q/${questionnaire.slug}`,
      codeAddress,
      resultsAddress: `${origin}/resultats/${questionnaire.slug}`,
      say: { ...wordsOf(say), minutes },
      papers,
      forms: set,
    },
  })
}

/** The words that are said as they are. */
const wordsOf = (say: Speech) =>
  Object.fromEntries(Object.entries(say).filter(([, word]) => typeof word !== 'function'))

/** Typst takes one kind of picture from us, whatever it holds. */
async function svgOf(picture: string, pictureOf: Print['pictureOf']): Promise<string> {
  const begin = (side: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side}"`
  if (!isUploaded(picture))
    return `${begin('24 24')} fill="none" stroke="#1b1f2a" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path d="${drawings[picture as Pictogram] ?? ''}"/></svg>`
  const png = Buffer.from((await pictureOf(picture)) ?? [])
  if (png.length === 0) return ''
  // the first chunk of a PNG begins with its width and its height
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  return `${begin(`${width} ${height}`)}><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`
}

function printed(paper: Paper, copies: number, pictures: ReadonlyMap<string, string>, say: Speech) {
  const piece = (each: PaperPiece) =>
    each.kind === 'text'
      ? each
      : {
          ...each,
          digits: String(Math.abs(each.max ?? 9999)).length,
          choices: each.choices.map(({ picture = '', ...choice }) => ({
            ...choice,
            picture: pictures.get(picture) ?? '',
            writes: each.hasOther && choice.value === 'other',
          })),
        }
  return {
    ...paper,
    // on a leaf of its own: what only some go on with
    optional: paper.parts.findLastIndex(({ condition }) => condition === '') + 1,
    parts: paper.parts.map((part) => ({
      ...part,
      blocks: part.blocks.map((block) =>
        block.block === 'item'
          ? { ...block, ...piece(block) }
          : {
              ...block,
              name: block.name || say.sheet,
              copies: Math.min(copies, block.max),
              items: block.items.map(piece),
            },
      ),
    })),
  }
}
