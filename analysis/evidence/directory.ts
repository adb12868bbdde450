/** What a directory of actors says under an objective: how many it describes, and how many cards are fresh. */
import type { Card } from '../../surveys/directory/card.ts'
import { type ActorTheme, actorAges, themeText } from '../../surveys/directory/rows.ts'
import { counted } from '../text/format.ts'
import type { EvidenceItem } from './item.ts'

/** An actor that everybody may read. `day`: ISO day its card was last checked; null = never. */
export type DescribedActor = { card: Pick<Card, 'themes' | 'ages'>; day: string | null; isStale: boolean }

/**
 * « 34 acteurs dans l’annuaire, 28 fiches vérifiées depuis un an. »
 *
 * @param serves objectives with the theme of the cards that count; '' = all of them
 * @param isOpen whether the inhabitants read it
 */
export function directoryItems(
  actors: readonly DescribedActor[],
  serves: readonly { objective: number; theme: ActorTheme | '' }[],
  isOpen: boolean,
): EvidenceItem[] {
  return serves.flatMap(({ objective, theme }) => {
    const mine = theme === '' ? actors : actors.filter(({ card }) => card.themes.includes(theme))
    if (mine.length === 0) return []
    const fresh = mine.filter(({ isStale }) => !isStale).length
    const about = theme === '' ? '' : ` (${themeText(theme).toLowerCase()})`
    const number = counted(mine.length, 'acteur', 'acteurs')
    const checked = counted(fresh, 'fiche vérifiée', 'fiches vérifiées')
    return {
      id: `directory-${theme || 'all'}`,
      objective,
      kind: 'registered' as const,
      sentence: `${number} dans l’annuaire${about}, ${checked} depuis un an.`,
      base: counted(mine.length, 'fiche', 'fiches'),
      day: mine.reduce((newest, { day }) => (day !== null && day > newest ? day : newest), ''),
      source: 'Annuaire des acteurs',
      limits: [
        'Une structure qui n’a pas donné son accord n’y est pas\u00a0: l’offre peut être plus grande.',
        'Être dans l’annuaire ne dit pas que l’offre suffit.',
        ...(isOpen ? [] : ['L’annuaire n’est pas encore ouvert aux habitants.']),
      ],
      href: '/gerer/annuaire',
      chart: {
        title: 'Acteurs, par âge du public',
        unit: 'acteurs',
        points: actorAges.map(({ value, words }) => ({
          label: words.fr,
          value: mine.filter(({ card }) => card.ages.includes(value)).length,
        })),
      },
    }
  })
}
