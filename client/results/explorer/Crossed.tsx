/** All answers of a question at once: a line an answer, a bar a group, one scale for all; what is dark is an established gap. */
import type { CSSProperties } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { axisEnd } from '../../../surveys/charts/marks.ts'
import { isUncertain } from '../../../surveys/charts/uncertain.ts'
import { barOf } from '../../parts/charts/specs.ts'
import { Picture } from '../finding/Picture.tsx'
import type { PlateBars } from '../TakeAway.tsx'
import { number } from '../words.ts'
import { shownOf } from './explored-bars.ts'

/** More lines than this are read one by one, or as a table. */
export const mostLines = 24
/** More groups than this stand below one another. */
const mostColumns = 6

/** Under the name of an answer. */
const gapsText = (count: number): string => (count === 1 ? 'écart établi' : `${count} écarts établis`)

type Props = { explored: analyse.Explored; choose: (answer: string) => void }

export function Crossed({ explored, choose }: Props) {
  const { end, hasWhole, groups, rows, key } = crossedOf(explored)
  return (
    <div
      className="crossed"
      data-few={groups.length <= mostColumns || undefined}
      data-whole={hasWhole || undefined}
      style={{ '--groups': groups.length } as CSSProperties}
    >
      <div className="crossed-head" aria-hidden="true">
        <span />
        <div className="crossed-groups">
          {groups.map(({ label, base }, at) => (
            <span key={label}>
              {label}
              {base !== null && !(hasWhole && at === 0) && <small className="muted">{number(base)}</small>}
            </span>
          ))}
        </div>
      </div>
      <ul>
        {rows.map(({ value, label, gaps, bars }) => (
          <li key={value}>
            <h3>
              <button type="button" className="link" onClick={() => choose(value)}>
                {label}
                <span className="visually-hidden"> : seule, en grand</span>
              </button>
              {gaps > 0 && <small className="gap-mark">{gapsText(gaps)}</small>}
            </h3>
            <Picture picture={{ kind: 'bars', by: 'answers', end, left: [], bars }} />
          </li>
        ))}
      </ul>
      <p className="muted small">{key}</p>
    </div>
  )
}

const unknown: analyse.MaybeEstimate = { value: null, why: 'too-few', base: 0 }

/** What is drawn, on the page and in a picture of it: everybody first, then the groups. */
export function crossedOf(explored: analyse.Explored) {
  const { cells, kind, sentences, whole } = explored
  const { groups, answers } = shownOf(explored)
  const wholeOf = (answer: string | null) => whole.find((one) => one.answer === answer)
  const everybody = answers.flatMap(({ value }) => wholeOf(value)?.estimate ?? []).find(({ value }) => value !== null)
  const hasWhole = everybody !== undefined
  // everybody are drawn too, alone where no group has a figure
  const drawn = [...whole, ...(cells ?? [])].flatMap(({ estimate }) => (estimate.value === null ? [] : estimate.high))
  const end = axisEnd(Math.max(0, ...drawn), kind !== 'mean')
  return {
    end,
    hasWhole,
    groups: [
      ...(everybody ? [{ label: 'Ensemble', base: everybody.base }] : []),
      ...groups.map(({ text, base }) => ({ label: text, base })),
    ],
    rows: answers.map(({ value, label }) => {
      const said = sentences.find(({ answer }) => answer === value)
      const own = groups.map(({ value: group, text: name, path }) => {
        const cell = cells?.find(({ dims }) => dims.reponse === value && dims[path] === group)
        return { ...shownBar(name, cell), isLead: said?.between?.includes(group) ?? false }
      })
      const all = hasWhole ? [{ ...shownBar('Ensemble', wholeOf(value)), isLead: false }] : []
      return { value, label, gaps: said?.gaps ?? 0, bars: [...all, ...own] }
    }),
    key: keyOf(explored, end),
  }
}

function shownBar(label: string, cell: Pick<analyse.ExplorerCell, 'estimate' | 'text' | 'interval'> | undefined) {
  const { estimate, text, interval } = cell ?? { estimate: unknown, text: '', interval: '' }
  return { label, estimate, text, interval, isUncertain: isUncertain(estimate) }
}

/** The same, as a picture that leaves. */
export function crossedPlate(explored: analyse.Explored): PlateBars {
  const { end, groups, rows } = crossedOf(explored)
  return {
    kind: 'bars',
    end,
    columns: groups.map(({ label, base }) => ({ label, base: base === null ? '' : number(base) })),
    rows: rows.map(({ label, gaps, bars }) => ({
      label,
      note: gaps > 0 ? gapsText(gaps) : '',
      bars: bars.map(({ label, estimate, isUncertain, text, isLead }) => {
        const { value, low, high } = barOf(label, estimate, isUncertain)
        return { value, low, high, text, isUncertain, isLead }
      }),
    })),
  }
}

/** What the drawing uses, in words. */
function keyOf({ cells, sentences, kind }: analyse.Explored, end: number): string {
  const most = Math.max(0, ...sentences.map(({ gaps }) => gaps))
  const texts = [
    ...(most === 1 ? ['en foncé, les deux groupes d’un écart établi'] : []),
    ...(most > 1 ? ['en foncé, les deux groupes du plus large écart établi'] : []),
    `le fond, de 0 à ${kind === 'mean' ? number(end) : `${number(100 * end)}\u202f%`}`,
    'le trait, l’intervalle à 95\u202f%',
    ...((cells ?? []).some(({ estimate }) => isUncertain(estimate))
      ? ['hachuré, peu précis\u202f: à citer avec son intervalle']
      : []),
  ]
  const text = texts.join('\u202f; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
