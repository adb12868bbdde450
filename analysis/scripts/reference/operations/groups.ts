import { withInterval } from '../../../estimates/mean.ts'
import { type Expected, listOf } from '../compare.ts'
import { categories, codes, type Data } from '../file.ts'
import { covariances, errorScale, isNothing, names, type Operation } from '../operation.ts'
import { both, complete, estimate, statisticsOf } from '../statistics.ts'
import { shareInterval } from './shares.ts'

function groupsOf(data: Data, by: readonly string[]) {
  const known = by.map((name) => categories(data, name))
  const of = by.map((name, at) => codes(data, name, known[at]!))
  const key = Int32Array.from({ length: data.rows }, (_, row) => {
    let place = 0
    for (let at = by.length - 1; at >= 0; at--) {
      if (of[at]![row]! < 0) return -1
      place = place * known[at]!.length + of[at]![row]!
    }
    return place
  })
  const present = [...new Set(key)].filter((place) => place >= 0).sort((a, b) => a - b)
  return present.map((place) => {
    let rest = place
    const label: Record<string, string> = {}
    by.forEach((name, at) => {
      label[name] = known[at]![rest % known[at]!.length]!
      rest = Math.floor(rest / known[at]!.length)
    })
    return { label, inside: Uint8Array.from(key, (other) => (other === place ? 1 : 0)) }
  })
}

const textual = (groups: Record<string, unknown>[]) =>
  groups.map((group) => Object.fromEntries(Object.entries(group).map(([name, value]) => [name, String(value)])))

export const by: Operation = {
  parts: ['stat', 'vars', 'by', 'na_rm', 'nocov', 'method', 'level'],
  run(op, weighted, result, to) {
    const { data, design, errorTolerance, weightTolerance } = weighted
    const groups = groupsOf(data, names(op.by))
    to.same(
      'groups',
      groups.map(({ label }) => label),
      textual(listOf(result.groups)),
    )
    const remove = op.na_rm === true
    if (op.stat === 'ciprop') {
      to.keys(result, ['groups', 'est', 'lo', 'hi'])
      const [item] = statisticsOf(data, names(op.vars))
      groups.forEach(({ inside }, g) => {
        const expected = {
          est: listOf<Expected>(result.est)[g],
          ci: [listOf<Expected>(result.lo)[g], listOf<Expected>(result.hi)[g]],
        }
        shareInterval(to, `group ${g}`, item!.values, inside, op, weighted, expected, true)
      })
      return
    }
    if (op.stat !== 'mean' && op.stat !== 'total') throw new RangeError(`by: unknown stat ${String(op.stat)}`)
    to.keys(result, ['groups', 'stat_names', 'n', 'est', 'se', 'vcov', 'vcov_order', 'degf_design'])
    const items = statisticsOf(data, names(op.vars))
    to.same(
      'stat_names',
      items.map(({ name }) => name),
      listOf(result.stat_names),
    )
    to.number('degf_design', design.df, result.degf_design)
    const present = complete(data, names(op.vars).slice(0, 1))
    to.list(
      'n',
      groups.map(({ inside }) =>
        inside.reduce((n, one, row) => n + (one && present[row] && design.weights[row] !== 0 ? 1 : 0), 0),
      ),
      listOf<Expected>(result.n),
    )
    const listwise = remove ? complete(data, names(op.vars)) : null
    const cases = items.flatMap(({ values }) =>
      groups.map(({ inside }) => ({ values, domain: both(inside, listwise) })),
    )
    const { all, covariance } = estimate(design, cases, op.stat, remove)
    const expected = (table: Expected[][], k: number, g: number) =>
      listOf<Expected>(listOf<Expected | Expected[]>(table)[g] as Expected[])[k]
    // An error of 0 where the product answers that it cannot be known: a certainty that does not exist.
    const refused = all.map(({ linear }, i) => {
      const [k, g] = [Math.floor(i / groups.length), i % groups.length]
      return isNothing(expected(result.se, k, g)) && withInterval(linear, design, 'score').value === null
    })
    if (!to.count('est', groups.length, listOf(result.est).length)) return
    all.forEach(({ value, error }, i) => {
      if (refused[i]) return
      const [k, g] = [Math.floor(i / groups.length), i % groups.length]
      to.number(`est[${g}][${k}]`, value, expected(result.est, k, g), { tolerance: weightTolerance })
      to.number(`se[${g}][${k}]`, error, expected(result.se, k, g), {
        tolerance: errorTolerance,
        scale: errorScale(value, expected(result.se, k, g)),
      })
    })
    if (result.vcov != null) covariances(to, covariance, result.vcov, all, errorTolerance, (i) => refused[i]!)
  },
}
