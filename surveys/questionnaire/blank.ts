/** A questionnaire with nothing asked yet: its notice and parameters, taken from the families', are ready to be filled in. */
import type { Translated } from '../languages.ts'
import { models } from './founding.ts'
import type { Notice, Questionnaire, Text } from './questionnaire.ts'

type Line = Notice['lines'][number]
const said = (french: string, others: Partial<Record<Translated, string>>): Text => ({ default: french, ...others })

/** Lines that cannot be those of another questionnaire. « Pourquoi » is left to be written: the review asks for it. */
const own: Record<string, Partial<Line>> = {
  temps: {
    text: said('Quelques minutes, jusqu’au %{date_fin}.', {
      'fr-facile': 'Il faut quelques minutes. Vous pouvez répondre jusqu’au %{date_fin}.',
      en: 'A few minutes, until %{date_fin}.',
      ar: 'بضع دقائق، حتى %{date_fin}.',
    }),
    more: undefined,
  },
  libre: {
    text: said('Non. Vous pouvez passer une question ou arrêter. Cela ne change rien pour vous.', {
      'fr-facile': 'Non. Vous pouvez passer une question. Vous pouvez arrêter. Cela ne change rien pour vous.',
      en: 'No. You can skip a question or stop. It changes nothing for you.',
      ar: 'لا. يمكنكم تجاوز سؤال أو التوقف. لن يغيّر ذلك شيئًا بالنسبة إليكم.',
    }),
    more: undefined,
  },
  base: { more: undefined },
}

/** Sentences of a questionnaire, in French; left out, they are to be written. */
type Said = { why?: string | undefined; summary?: string | undefined; audienceText?: string | undefined }

export function blankQuestionnaire(
  slug: string,
  title: string,
  { why = '', summary = '', audienceText = '' }: Said = {},
): Questionnaire {
  const { notice, parameters } = structuredClone(models()[0]!)
  const isAsked = new Set(['contact', 'dpo', 'date_fin', 'conservation'])
  return {
    slug,
    version: 1,
    title,
    summary,
    audience: 'everyone',
    audienceText,
    minutes: 1,
    unit: 'persons',
    languages: ['fr'],
    notice: {
      lines: notice.lines.map((line) =>
        withoutVoid({ ...line, ...own[line.id], ...(line.id === 'pourquoi' ? { text: why } : {}) }),
      ),
    },
    parameters: parameters.filter(({ name }) => isAsked.has(name)),
    assigned: [],
    definition: { pages: [{ name: 'page_1', elements: [] }] },
    indicators: [],
  }
}

const withoutVoid = ({ more, ...line }: Line): Line => (more === undefined ? line : { ...line, more })
