/** Where people stop: how many reached each page, as bars that shrink, door by door. Tied to no answer. */
import type { fieldwork } from '../../api/wire/public.ts'
import { leastDrawn } from '../../surveys/wording/near-five.ts'
import { Section } from '../parts/staff/Section.tsx'
import { about } from './words.ts'

type Steps = fieldwork.FollowUp['steps']

export function Steps({ steps, short, total }: Pick<fieldwork.FollowUp, 'steps' | 'short' | 'total'>) {
  if (cameOtherwise({ steps, short, total }))
    return (
      <Section id="steps" title="Jusqu’où va-t-on ?">
        <p className="muted">
          De presque toutes ces réponses, le passage d’une page à l’autre n’a pas été relevé{'\u202f'}: saisies, venues
          d’une borne ou d’une démonstration. Il n’y a rien à montrer ici.
        </p>
      </Section>
    )
  return (
    <section className="section" aria-labelledby="steps">
      <div>
        <h2 id="steps">Jusqu’où va-t-on ?</h2>
        <p className="muted">
          {short === null && `${whereOf(steps)} `}Sur téléphone et ordinateur seulement. Ces nombres ne sont liés à
          aucune réponse.
        </p>
      </div>
      {short === null ? (
        <Funnel steps={steps} />
      ) : (
        <>
          <Door title="Tout le questionnaire" steps={steps} />
          <Door title="L’essentiel" steps={short.steps} />
        </>
      )}
    </section>
  )
}

/** Answers are there, and next to nobody was seen on the pages: typed in, from kiosks, the demo. */
export const cameOtherwise = ({
  steps,
  short,
  total,
}: Pick<fieldwork.FollowUp, 'steps' | 'short' | 'total'>): boolean =>
  total >= leastDrawn && [...steps, ...(short?.steps ?? [])].every(isSilent)

const Door = ({ title, steps }: { title: string; steps: Steps }) => (
  <div className="funnel-door">
    <h3>{title}</h3>
    <p className="muted">{steps.length === 0 ? 'Personne n’est encore passé par là.' : whereOf(steps)}</p>
    <Funnel steps={steps} />
  </div>
)

/** Fewer than these stop anywhere: counts are to the nearest five. */
const leastLost = 10

/** Before which page most people stop, and how many. */
function worstOf(steps: Steps): { at: number; lost: number } | null {
  const lost = steps.map(({ count }, index) => (index === 0 ? 0 : steps[index - 1]!.count - count))
  const most = Math.max(...lost)
  return most >= leastLost ? { at: lost.indexOf(most), lost: most } : null
}

function whereOf(steps: Steps): string {
  if (steps.every(isSilent)) return 'Moins de 5 personnes à chaque page\u202f: rien n’est encore à montrer.'
  const worst = worstOf(steps)
  return worst
    ? `C’est avant «\u202f${steps[worst.at]!.title}\u202f» que l’on s’arrête le plus\u202f: environ ${worst.lost} personnes.`
    : 'Aucune page n’arrête nettement plus de monde qu’une autre.'
}

const isSilent = ({ count }: Steps[number]) => count === 0

/** Pages that fewer than five reached say nothing one by one. */
function Funnel({ steps }: { steps: Steps }) {
  if (steps.every(isSilent)) return null
  const silent = steps.filter(isSilent).length
  const most = Math.max(1, ...steps.map(({ count }) => count))
  const worst = worstOf(steps)
  return (
    <ol className="funnel">
      {steps.map(
        ({ page, title, count }, index) =>
          count > 0 && (
            <li key={page} data-worst={index === worst?.at || undefined} data-few={count < leastDrawn || undefined}>
              <span className="funnel-title">{title}</span>
              <span className="funnel-bar" aria-hidden="true">
                <span style={{ inlineSize: `${(100 * count) / most}%` }} />
              </span>
              <span className="funnel-count">{about(count)}</span>
            </li>
          ),
      )}
      {silent > 0 && (
        <li className="funnel-silent muted">
          {silent === 1 ? 'Une autre page' : `${silent} autres pages`}
          {'\u202f'}: moins de 5 personnes{silent > 1 && ' chacune'}.
        </li>
      )}
    </ol>
  )
}
