/** What a change of the authority would take the ground from: results, decisions and questions stay under their objective. */
import { capitalised, levelHeading, levelSaid } from '../../surveys/authority/levels.ts'
import type { Authority } from '../../surveys/authority/schema.ts'
import { elementsIn } from '../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { servedBy } from '../../surveys/questionnaire/served.ts'
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import type { TableProblem } from '../tables/checked.ts'

/** @returns one problem for each objective that would go while a published questionnaire serves it */
export async function heldBack(context: AppContext, before: Authority, after: Authority): Promise<TableProblem[]> {
  const there = new Set(after.plan.objectives.map(({ number }) => number))
  const gone = before.plan.objectives.filter(({ number }) => !there.has(number))
  if (gone.length === 0) return []
  const served = await servedObjectives(context)
  return gone.flatMap(({ number }) => {
    const by = served.get(number)
    if (!by) return []
    return [
      {
        line: null,
        column: levelHeading('objective'),
        message: `${capitalised(levelSaid('the', 'objective'))} ${number} doit rester dans la table : « ${by} » s’y rattache, et ses résultats n’auraient plus de place. Gardez sa ligne, et dites dans son intitulé par quel avenant le plan y renonce.`,
      },
    ]
  })
}

/** Objectives that a questionnaire in the store serves, with the title of one of them. */
async function servedObjectives({ store, questionnaires }: AppContext): Promise<Map<number, string>> {
  const served = new Map<number, string>()
  for (const { id: slug, value } of await store.collection(collections.questionnaires).list()) {
    const version = await store.collection(collections.versions).get(`${slug}@${value.version}`)
    if (!version) continue
    const title = await questionnaires.titleOf(slug, value.version)
    for (const number of objectivesIn(version.value.questionnaire)) served.set(number, title)
  }
  return served
}

const objectivesIn = ({ definition, indicators }: Questionnaire): number[] => [
  ...indicators.flatMap(servedBy),
  ...elementsIn(definition).flatMap(({ element }) =>
    Array.isArray(element.objectives) ? (element.objectives as number[]) : [],
  ),
]
