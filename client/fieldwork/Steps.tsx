/** Where people stop: how many reached each page, as bars that shrink. Tied to no answer. */
import type { fieldwork } from '../../api/wire/public.ts'
import { about } from './words.ts'

type Props = Pick<fieldwork.FollowUp, 'steps' | 'minutes'>

export function Steps({ steps }: Props) {
  const most = Math.max(1, ...steps.map(({ count }) => count))
  const lost = steps.map(({ count }, index) => (index === 0 ? 0 : steps[index - 1]!.count - count))
  const worst = lost.indexOf(Math.max(...lost))
  return (
    <section className="section" aria-labelledby="steps">
      <div>
        <h2 id="steps">Jusqu’où va-t-on ?</h2>
        <p className="muted">
          {lost[worst]! >= 10
            ? `C’est avant « ${steps[worst]!.title} » que l’on s’arrête le plus : environ ${lost[worst]} personnes.`
            : 'Personne ne s’arrête à un endroit plus qu’à un autre.'}{' '}
          Sur téléphone et ordinateur seulement. Ces nombres ne sont liés à aucune réponse.
        </p>
      </div>
      <ol className="funnel">
        {steps.map(({ page, title, count }, index) => (
          <li key={page} data-worst={(index === worst && lost[worst]! >= 10) || undefined}>
            <span className="funnel-title">{title}</span>
            <span className="funnel-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * count) / most}%` }} />
            </span>
            <span className="funnel-count">{about(count)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
