/** What of the zones is used up: after a publication, those of a questionnaire are redrawn once. */
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import type { AppContext } from '../context.ts'
import { snapshotsIn, zonesName } from '../results/snapshots.ts'
import { zonesOf } from './reference.ts'

const titles = new Intl.ListFormat('fr-FR', { type: 'conjunction' })
const quoted = (all: readonly string[]) => titles.format(all.map((title) => `«\u202f${title}\u202f»`))

/** @returns a French paragraph for the page of the zones */
export async function zonesUsedText(context: AppContext): Promise<string> {
  const today = zonesName(zonesOf((await context.tables.current('zones')) ?? undefined))
  const { questionnaires } = await context.questionnaires.list()
  const published = await Promise.all(
    questionnaires.map(async ({ slug }) => {
      const { standing } = await context.questionnaires.found(slug)
      const last = (await snapshotsIn(context.store).all(slug, standing.status === 'trial')).at(-1)
      if (!last) return []
      const { questionnaire } = await context.questionnaires.published(slug, standing.version)
      return [{ title: frenchOf(questionnaire.title), isUsed: last.epoch > 0, isAsPublished: last.zones === today }]
    }),
  )
  const all = published.flat()
  if (all.length === 0)
    return 'Rien n’est encore publié\u202f: les zones se redessinent librement. Après une publication, celles d’un questionnaire ne se redessinent qu’une fois.'
  const named = (of: (one: (typeof all)[number]) => boolean) => all.filter(of).map(({ title }) => title)
  const [free, next, used, blocked] = [
    named(({ isUsed, isAsPublished }) => !isUsed && isAsPublished),
    named(({ isUsed, isAsPublished }) => !isUsed && !isAsPublished),
    named(({ isUsed, isAsPublished }) => isUsed && isAsPublished),
    named(({ isUsed, isAsPublished }) => isUsed && !isAsPublished),
  ]
  return [
    'Après une publication, les zones d’un questionnaire ne se redessinent qu’une fois\u202f: c’est la publication suivante qui compte, pas l’enregistrement de la table.',
    free.length > 0 && `Il reste cette fois à ${quoted(free)}.`,
    next.length > 0 && `La table d’aujourd’hui la prendra à la prochaine publication de ${quoted(next)}.`,
    used.length > 0 &&
      `Elle est déjà prise pour ${quoted(used)}\u202f: d’autres zones empêcheraient de publier de nouveau.`,
    blocked.length > 0 &&
      `La table d’aujourd’hui empêche de publier ${quoted(blocked)}\u202f: remettez les zones de sa dernière publication.`,
  ]
    .filter(Boolean)
    .join(' ')
}
