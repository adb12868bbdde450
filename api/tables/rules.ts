/** Rules that hold over a whole table; each names the row to mend and says how. */
import { agesOf, overlap } from '../../analysis/measures/population-count.ts'
import { communes, outside } from '../../surveys/authority/territory.ts'
import { folded } from '../../surveys/wording/folded.ts'
import { isRead, type Row, type Rule } from './row.ts'

const french = (value: number) => new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(value)
const nameOf = (insee: unknown) => communes().find((commune) => commune.insee === insee)?.name ?? 'Hors territoire'

/** These columns together are there once. */
export function once(keys: string[], column: string): Rule {
  return (rows, lineOf, typed) => {
    const seen = new Map<string, number>()
    return rows.flatMap((row, index) => {
      if (!isRead(row, ...keys)) return []
      const key = keys.map((name) => folded(String(row[name] ?? ''))).join('|')
      const first = seen.get(key)
      if (first === undefined) {
        seen.set(key, index)
        return []
      }
      const shown =
        keys[0] === 'commune'
          ? nameOf(row.commune)
          : keys
              .map((name) => typed[index]?.[name])
              .filter(Boolean)
              .join(', ')
      return [
        {
          row: index,
          column,
          message: `« ${shown} » est déjà à la ligne ${lineOf[first]}. Gardez une seule des deux lignes.`,
        },
      ]
    })
  }
}

export const everyCommune: Rule = (rows) => {
  const there = new Set(rows.map(({ commune }) => commune))
  const missing = communes()
    .filter(({ insee }) => !there.has(insee))
    .map(({ name }) => name)
  if (missing.length === 0) return []
  const list =
    missing.length > 6 ? `${missing.slice(0, 6).join(', ')} et ${missing.length - 6} autres` : missing.join(', ')
  return [
    {
      row: null,
      message: `Il manque ${missing.length} commune${missing.length > 1 ? 's' : ''} : ${list}. ${missing.length > 1 ? 'Ajoutez une ligne pour chacune' : 'Ajoutez sa ligne'}.`,
    },
  ]
}

/** One zone a commune would make answers findable. */
export const fewZones: Rule = (rows) => {
  const zones = new Set(rows.filter(({ commune }) => commune !== outside).map(({ zone }) => folded(String(zone))))
  if (zones.size <= 8) return []
  return [
    {
      row: null,
      message: `Il y a ${zones.size} zones : c’est trop pour protéger les réponses. Regroupez les communes en 8 zones au plus.`,
    },
  ]
}

export function between(least: number, most: number, what: string): Rule {
  return (rows) =>
    rows.length >= least && rows.length <= most
      ? []
      : [{ row: null, message: `Il faut de ${least} à ${most} ${what} ; il y en a ${rows.length}.` }]
}

const isWhole = (row: Row) => ['ensemble', 'total'].includes(folded(String(row.zone)))
const count = (row: Row) => row.count as number

/** A line « Ensemble » says the sum of its zones, a line of all ages the sum of its ages; a part that cannot be read leaves it unsaid. */
export const wholeIsSum: Rule = (rows) => {
  const problems: ReturnType<Rule> = []
  rows.forEach((row, index) => {
    if (!isRead(row, 'zone', 'population', 'age', 'count')) return
    const same = (other: Row, key: string) =>
      !isRead(other, key) || folded(String(other[key])) === folded(String(row[key]))
    const parts = isWhole(row)
      ? rows.filter((other) => !isWhole(other) && same(other, 'population') && same(other, 'age'))
      : row.age === ''
        ? rows.filter((other) => other.age !== '' && same(other, 'population') && same(other, 'zone'))
        : []
    if (!parts.every((part) => isRead(part, 'zone', 'population', 'age', 'count'))) return
    const sum = parts.reduce((total, part) => total + count(part), 0)
    if (parts.length === 0 || sum === count(row)) return
    const what = isWhole(row) ? 'la somme des zones' : 'la somme des âges'
    problems.push({
      row: index,
      column: 'Effectif',
      message: `${french(count(row))} est annoncé, mais ${what} fait ${french(sum)} : l’écart est de ${french(Math.abs(sum - count(row)))}. Corrigez l’un des deux.`,
    })
  })
  return problems
}

/** Who is in two bands of one population and one zone would be counted twice. */
export const agesApart: Rule = (rows, lineOf) => {
  const before: { key: string; row: Row; index: number; ages: [number, number] }[] = []
  return rows.flatMap((row, index) => {
    const ages = agesOf(String(row.age ?? ''))
    if (ages === null || !isRead(row, 'zone', 'population')) return []
    const key = `${folded(String(row.zone))}|${folded(String(row.population))}`
    const crossed = before.filter(
      (other) =>
        other.key === key &&
        overlap(other.ages, ages) &&
        // the same line twice is told by its name
        folded(String(other.row.age)) !== folded(String(row.age)),
    )
    before.push({ key, row, index, ages })
    if (crossed.length === 0) return []
    const others = new Intl.ListFormat('fr-FR').format(
      crossed.map((other) => `« ${other.row.age} » (ligne ${lineOf[other.index]})`),
    )
    return [
      {
        row: index,
        column: 'Âge',
        message: `« ${row.age} » chevauche ${others} : ces ${row.population} seraient comptés deux fois. Gardez des tranches qui ne se recouvrent pas.`,
      },
    ]
  })
}

/** Margins of one unit have the same total, to half a percent; a line that cannot be read leaves it unsaid. */
export const sameTotals: Rule = (rows) => {
  const problems: ReturnType<Rule> = []
  for (const unit of new Set(rows.map((row) => row.unit))) {
    const own = rows.filter((row) => row.unit === unit || !isRead(row, 'unit'))
    if (!own.every((row) => isRead(row, 'unit', 'variable', 'count'))) continue
    const totals = new Map<string, { sum: number; row: number; name: string }>()
    rows.forEach((row, index) => {
      if (row.unit !== unit) return
      const name = String(row.variable)
      const known = totals.get(folded(name)) ?? { sum: 0, row: index, name }
      totals.set(folded(name), { ...known, sum: known.sum + count(row) })
    })
    const [first, ...others] = totals.values()
    for (const other of others) {
      if (!first || Math.abs(other.sum - first.sum) <= 0.005 * Math.max(first.sum, other.sum)) continue
      problems.push({
        row: other.row,
        column: 'Effectif',
        message: `Les totaux se contredisent : « ${first.name} » compte ${french(first.sum)} ${unit}, « ${other.name} » en compte ${french(other.sum)}. Prenez les deux marges à la même date et à la même source.`,
      })
    }
  }
  return problems
}

export const opensBeforeClosing: Rule = (rows) =>
  rows.flatMap((row, index) =>
    !isRead(row, 'from', 'to') || (row.from as number) < (row.to as number)
      ? []
      : [
          {
            row: index,
            column: 'Ferme à',
            message:
              'La fermeture vient avant l’ouverture. Pour une nuit, écrivez deux lignes : jusqu’à 24 h, puis à partir de 0 h.',
          },
        ],
  )

/** Slices follow each other without a hole, the first and the last open. */
export const contiguous: Rule = (rows) =>
  rows.flatMap((row, index) => {
    const before = rows[index - 1]
    const at = (message: string) => [{ row: index, column: 'De', message }]
    if (row.from !== null && row.to !== null && (row.from as number) > (row.to as number))
      return at('La tranche finit avant de commencer.')
    if (!before) return []
    if (before.to === null || row.from === null)
      return at('Seule la première tranche peut être sans début, et la dernière sans fin.')
    const gap = (row.from as number) - (before.to as number)
    if (gap <= 0) return at(`Cette tranche chevauche celle d’avant, qui va jusqu’à ${french(before.to as number)}.`)
    return gap > 1 ? at(`Il y a un trou entre ${french(before.to as number)} et ${french(row.from as number)}.`) : []
  })

export const priceLevels = ['bas', 'moyen', 'haut'] as const

/** The three levels are there, and each slice has a price at each of them. */
export const everyLevel: Rule = (rows) => {
  const slices = new Set(rows.map(({ slice }) => String(slice ?? '')))
  const missing = [...slices].flatMap((slice) =>
    priceLevels
      .filter((level) => !rows.some((row) => row.level === level && String(row.slice ?? '') === slice))
      .map((level) => (slice === '' ? `« ${level} »` : `« ${level} » pour « ${slice} »`)),
  )
  return missing.length === 0
    ? []
    : [{ row: null, message: `Il manque un prix : ${missing.slice(0, 4).join(', ')}. Ajoutez une ligne.` }]
}

/** People who are surer do not come less. */
export const surerIsMore: Rule = (rows) => {
  const rank = ['peut-être', 'probablement', 'certainement']
  return rows.flatMap((row, index) => {
    if (!isRead(row, 'period', 'age', 'intention', 'present')) return []
    const worse = rows.find(
      (other) =>
        other.period === row.period &&
        other.age === row.age &&
        rank.indexOf(String(other.intention)) > rank.indexOf(String(row.intention)) &&
        (other.present as number) < (row.present as number),
    )
    return worse
      ? [
          {
            row: index,
            column: 'Part présente',
            message: `« ${row.intention} » donne plus de présences que « ${worse.intention} » : vérifiez les deux lignes.`,
          },
        ]
      : []
  })
}
