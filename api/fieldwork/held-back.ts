/**
 * What the next publication will not show of a zone, though the last one did: too few people joined since. Computed from figures
 * that are published and from counts to the nearest five, so that it says nothing of who answered.
 */
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { rules } from '../../analysis/disclosure/rules.ts'
import { zoneChartOf } from '../../analysis/findings/finding.ts'
import { counted, date, typeset } from '../../analysis/text/format.ts'
import { zoneNames } from '../../surveys/authority/territory.ts'
import type { StoredSnapshot } from '../results/collections.ts'
import type { Tally } from '../results/fieldwork.ts'
import type { Head } from '../results/publications.ts'
import type * as wire from '../wire/results.ts'

type Last = Pick<Head, 'number' | 'findings'>

/**
 * @param last the publication before
 * @param snapshot the one it was made from
 * @param zones responses of today, to the nearest five
 * @returns a sentence a zone that will show less than it did
 */
export function heldBack(last: Last, snapshot: StoredSnapshot, zones: Tally): wire.Readiness['held'] {
  const before = countedThen(snapshot)
  return zones.flatMap(({ name, count }) => {
    const { people: then, day } = before.get(name) ?? { people: 0, day: '' }
    const joined = count - then
    const bases = basesOf(last, name)
    if (joined <= 0 || bases.length === 0) return []
    const since = `${name} : environ ${counted(joined, 'réponse nouvelle', 'réponses nouvelles')} depuis la publication n° ${last.number}`
    if (joined < rules.leastNew)
      return [
        {
          name,
          text: typeset(
            `${since} ; il en faut ${rules.leastNew}. Jusque-là, ses chiffres restent ${day === '' ? 'comme ils sont' : `ceux du ${date(day)}`}.`,
          ),
        },
      ]
    // as many of the newcomers were asked each question as of those who were there
    const missed = bases.filter((base) => (joined * base) / then < rules.leastNew)
    if (missed.length === 0) return []
    const rarest = Math.min(...missed)
    const more = Math.ceil(((rules.leastNew * then) / rarest - joined) / rules.baseStep) * rules.baseStep
    return [
      {
        name,
        text: typeset(
          `${since}. Environ ${counted(missed.length, 'chiffre', 'chiffres')} sur ${bases.length} y ${missed.length > 1 ? 'seront' : 'sera'} en attente : moins de ${rules.leastNew} de ces personnes ont eu la question. Avec environ ${counted(more, 'réponse', 'réponses')} de plus dans la zone, tous reviendraient.`,
        ),
      },
    ]
  })
}

/** By name of a zone: people, to the nearest five, and the day they are of. */
function countedThen({ lists }: StoredSnapshot): Map<string, { people: number; day: string }> {
  const list = lists.find(({ path }) => path === 'zone')
  if (!list) return new Map()
  const bytes = Uint8Array.from(Buffer.from(list.masks, 'base64'))
  const masks = new Uint16Array(bytes.buffer)
  return new Map(
    list.values.map((value, at) => [
      zoneNames()[value] ?? value,
      { people: fieldworkCount(masks.reduce((sum, mask) => sum + ((mask >> at) & 1), 0)), day: list.days[at] ?? '' },
    ]),
  )
}

/** The published bases of the figures that a publication shows of a zone. */
const basesOf = ({ findings }: Last, name: string): number[] =>
  findings.flatMap((finding) => {
    const bar = zoneChartOf(finding)?.bars.find(({ label }) => label === name)
    return bar && bar.estimate.value !== null ? [bar.estimate.base] : []
  })
