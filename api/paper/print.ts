/** From a questionnaire to the PDF people fill in: one form, or a batch where each form has its number and its code. */

import type { Drawn } from '../../surveys/answers/engine.ts'
import { type Language, languageRows } from '../../surveys/languages.ts'
import type { Paper, PaperPiece } from '../../surveys/paper/form.ts'
import { type Speech, speechOf } from '../../surveys/paper/words.ts'
import { isForYoung } from '../../surveys/questionnaire/audiences.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
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
  /** Name of the authority. */
  author: string
  /** `https://…`, where people answer and use their code. */
  origin: string
  /** False while nobody has read this language again. */
  isReviewed: boolean
}

/** @returns a tagged PDF; each form starts on a right-hand page, its notice and code on a leaf of their own */
export async function print(wanted: Print): Promise<Uint8Array> {
  const { questionnaire, language, forms, author, origin, isReviewed } = wanted
  const { paperOf } = await import('../../surveys/paper/form.ts')
  const papers: Record<string, unknown> = {}
  const say = speechOf(language, isForYoung(questionnaire.audience))
  const codeAddress = `${origin}/mon-code`
  const set = []
  for (const { number, words, drawn } of forms) {
    const key = JSON.stringify(drawn)
    papers[key] ??= printed(paperOf(questionnaire, language, drawn), wanted.copies, say)
    const qr =
      words.length === 0 ? '' : await qrCode(`${codeAddress}#${words.map(plain).join('-')}`, { margin: 0, level: 'M' })
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
      say: { ...wordsOf(say), minutes: say.minutes(questionnaire.minutes) },
      papers,
      forms: set,
    },
  })
}

/** Without accents, as the page of the code writes its own address. */
const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')

/** The words that are said as they are. */
const wordsOf = (say: Speech) =>
  Object.fromEntries(Object.entries(say).filter(([, word]) => typeof word !== 'function'))

function printed(paper: Paper, copies: number, say: Speech) {
  const piece = (each: PaperPiece) =>
    each.kind === 'text'
      ? each
      : {
          ...each,
          digits: String(Math.abs(each.max ?? 9999)).length,
          choices: each.choices.map((choice) => ({ ...choice, writes: each.hasOther && choice.value === 'other' })),
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
