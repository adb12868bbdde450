/** The pretest kit: how to try a questionnaire with eight people, a sheet to watch each of them, and what to make of it. */
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import { draftOf } from '../design/drafts.ts'
import { valuesFor } from '../questionnaires/parameter-values.ts'
import { asPublished } from './draft.ts'
import { pretestPage } from './pretest-page.ts'
import { pdfOf } from './typst.ts'

/** People asked, one at a time. */
const people = 8

/** A draft where there is one, else the version people answer. */
async function wanted(context: AppContext, slug: string): Promise<Questionnaire> {
  const draft = await draftOf(context, slug)
  if (draft) return asPublished(draft.value.questionnaire, await valuesFor(context, slug, null))
  const { standing } = await context.questionnaires.found(slug)
  return (await context.questionnaires.published(slug, standing.version)).questionnaire
}

/**
 * @returns a tagged PDF in French
 * @throws Problem questionnaire-unknown; gate-refused, when a draft cannot be printed
 */
export async function printPretest(context: AppContext, slug: string): Promise<Uint8Array> {
  const { pretestOf } = await import('../../surveys/paper/pretest.ts')
  const [questionnaire, { values }] = [await wanted(context, slug), await context.settings()]
  const pretest = pretestOf(questionnaire)
  const total = pretest.pages.reduce((sum, { seconds }) => sum + seconds, 0)
  return pdfOf({
    source: pretestPage,
    data: {
      ...pretest,
      author: values.name,
      reference: `${slug} · v${questionnaire.version}`,
      people,
      total: durationText(total),
      pages: pretest.pages.map((page) => ({ ...page, time: durationText(page.seconds) })),
      debrief: debrief(pretest.isYoung),
    },
  })
}

function durationText(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return `${rest}\u00a0s`
  return `${minutes}\u00a0min ${String(rest).padStart(2, '0')}\u00a0s`
}

/** Five questions on the questions, asked aloud when the person has finished. */
const debrief = (isYoung: boolean): string[] =>
  isYoung
    ? [
        'Avec tes mots\u202f: que voulait savoir ce questionnaire\u202f?',
        'Y a-t-il un mot ou une question que tu as dû relire\u202f?',
        'Y a-t-il une question où ta réponse n’était pas dans la liste\u202f?',
        'Y a-t-il une question qui t’a gêné, ou que tu n’aurais pas posée\u202f?',
        'Chez toi, serais-tu allé jusqu’au bout\u202f? Où te serais-tu arrêté\u202f?',
      ]
    : [
        'Avec vos mots\u202f: que voulait savoir ce questionnaire\u202f?',
        'Y a-t-il un mot ou une question que vous avez dû relire\u202f?',
        'Y a-t-il une question où votre réponse n’était pas dans la liste\u202f?',
        'Y a-t-il une question qui vous a gêné, ou que vous n’auriez pas posée\u202f?',
        'Chez vous, seriez-vous allé jusqu’au bout\u202f? Où vous seriez-vous arrêté\u202f?',
      ]
