/** All answers of a question at once: a line an answer, a bar a group, one scale for all; what is dark is an established gap. */
import type { CSSProperties } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { endOf } from '../../parts/charts/specs.ts'
import { Picture } from '../finding/Picture.tsx'
import { number } from '../words.ts'
import { barsOf, isWide, shownOf } from './explored-bars.ts'

/** More lines than this are read one by one, or as a table. */
export const mostLines = 24
/** More groups than this stand below one another. */
const mostColumns = 6

type Props = { explored: analyse.Explored; choose: (answer: string) => void }

export function Crossed({ explored, choose }: Props) {
  const { cells, kind, sentences, whole } = explored
  const { groups, answers } = shownOf(explored)
  const end = endOf(barsOf(explored, null), kind !== 'mean')
  const wholes = answers.map(({ value }) => whole.find((one) => one.answer === value))
  const hasWhole = wholes.some((one) => one && one.estimate.value !== null)
  const columns = groups.length + (hasWhole ? 1 : 0)
  return (
    <div
      className="crossed"
      data-few={columns <= mostColumns || undefined}
      data-whole={hasWhole || undefined}
      style={{ '--groups': columns } as CSSProperties}
    >
      <div className="crossed-head" aria-hidden="true">
        <span />
        <div className="crossed-groups">
          {hasWhole && <span>Ensemble</span>}
          {groups.map(({ value, text, base }) => (
            <span key={value}>
              {text}
              {base !== null && <small className="muted">{number(base)}</small>}
            </span>
          ))}
        </div>
      </div>
      <ul>
        {answers.map(({ value, label }, at) => {
          const said = sentences.find(({ answer }) => answer === value)
          return (
            <li key={value}>
              <h3>
                <button type="button" className="link" onClick={() => choose(value)}>
                  {label}
                  <span className="visually-hidden"> : seule, en grand</span>
                </button>
                {said?.isEstablished && <small className="gap-mark">écart établi</small>}
              </h3>
              <Picture
                picture={{
                  kind: 'bars',
                  by: 'answers',
                  end,
                  left: [],
                  bars: [
                    ...(hasWhole ? [wholeBar(wholes[at])] : []),
                    ...groups.map(({ value: group, text: name, path }) => {
                      const cell = cells?.find(({ dims }) => dims.reponse === value && dims[path] === group)
                      const estimate = cell?.estimate ?? unknown
                      return {
                        label: name,
                        estimate,
                        text: cell?.text ?? '',
                        interval: cell?.interval ?? '',
                        isLead: said?.between?.includes(group) ?? false,
                        isUncertain: isWide(estimate),
                      }
                    }),
                  ],
                }}
              />
            </li>
          )
        })}
      </ul>
      <Key explored={explored} />
    </div>
  )
}

const unknown: analyse.MaybeEstimate = { value: null, why: 'too-few', base: 0 }

function wholeBar(whole: analyse.Explored['whole'][number] | undefined) {
  const { estimate, text, interval } = whole ?? { estimate: unknown, text: '', interval: '' }
  return { label: 'Ensemble', estimate, text, interval, isLead: false, isUncertain: isWide(estimate) }
}

/** What the drawing uses, in words. */
function Key({ explored: { cells, sentences } }: Pick<Props, 'explored'>) {
  const texts = [
    ...(sentences.some(({ between }) => between) ? ['en foncé, les deux groupes d’un écart établi'] : []),
    'le trait, l’intervalle à 95\u202f%',
    ...((cells ?? []).some(({ estimate }) => isWide(estimate))
      ? ['hachuré, peu précis\u202f: à citer avec son intervalle']
      : []),
  ]
  const text = texts.join('\u202f; ')
  return <p className="muted small">{`${text.charAt(0).toUpperCase()}${text.slice(1)}.`}</p>
}
