/** What is worth a look in a publication; compared once, since a publication is frozen. */
import { madeOf } from '../../../analysis/columns/derive.ts'
import { tiesIn } from '../../../surveys/conditions/ties.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { isLeading } from '../../../surveys/questionnaire/semantics.ts'
import type { AppContext } from '../../context.ts'
import type * as wire from '../../wire/results.ts'
import type { Head, Publications, PublishedQuestion } from '../publications.ts'
import { asFoundIn } from './as-found.ts'
import { type Known, worthALook, worthALookOf } from './worth-a-look.ts'

/** What a screen proposes at once; of one question, the one that is shown may be among them. */
const mostProposed = 3

export function proposalsIn({ questionnaires }: Pick<AppContext, 'questionnaires'>, publications: Publications) {
  const known = new Map<string, Promise<wire.WorthALook[]>>()
  async function knownOf(head: Head): Promise<Known> {
    const { slug, version } = head.surveyed
    const { questionnaire } = await questionnaires.published(slug, version)
    const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
    const isAskedBy = tiesIn(questionnaire)
    return {
      apart: new Set(
        fields
          .filter((field) => field.sensitivity === 'sensitive' || isLeading(field.semantic))
          .map(({ path }) => path),
      ),
      described: new Set(questionnaire.indicators.flatMap(({ breakdowns }) => breakdowns)),
      isTied: (one, other) => isAskedBy(one, other) || madeOf(one, fields) === madeOf(other, fields),
      asFound: asFoundIn(head),
    }
  }
  async function compared(slug: string, head: Head): Promise<wire.WorthALook[]> {
    const asked: PublishedQuestion[] = []
    for (const { path } of head.questions) {
      const question = await publications.question(slug, head.number, path)
      if (question) asked.push(question)
    }
    return worthALook(asked, await knownOf(head), mostProposed)
  }
  return {
    /** Among all the questions of a publication. */
    async among(slug: string, head: Head): Promise<wire.WorthALook[]> {
      const key = `${slug}@${head.number}`
      const found = known.get(key) ?? compared(slug, head)
      known.set(key, found)
      found.catch(() => known.delete(key))
      return found
    },

    /** Of one question of a publication. */
    async of(slug: string, head: Head, path: string): Promise<wire.WorthALook[]> {
      const question = await publications.question(slug, head.number, path)
      return question ? worthALookOf(question, await knownOf(head), mostProposed + 1) : []
    },
  }
}
