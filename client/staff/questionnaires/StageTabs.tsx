/** Above every page of one questionnaire: the way back, its name, and its stages as tabs. */
import { Link } from 'wouter'
import { useMe } from '../../parts/staff/me.ts'
import { hubHref, type StageName, stagesFor } from './stages.ts'
import './stages.css'

/** `stage` null = the page of the questionnaire itself. */
export type OfQuestionnaire = { slug: string; title: string; stage: StageName | null }

export function StageTabs({ slug, title, stage }: OfQuestionnaire) {
  const roles = useMe()?.account?.roles ?? []
  return (
    <div className="stage-tabs">
      <nav aria-label="Fil d’Ariane">
        <ol className="crumbs">
          <li>
            <Link href="/gerer/questionnaires">Questionnaires</Link>
          </li>
          {title && (
            <li>
              {stage === null ? <span aria-current="page">{title}</span> : <Link href={hubHref(slug)}>{title}</Link>}
            </li>
          )}
        </ol>
      </nav>
      <nav aria-label="Étapes du questionnaire">
        <ol className="stages">
          {stagesFor(slug, roles).map(({ name, title: text, href }) => (
            <li key={name}>
              {href === null ? (
                <span className="muted">{text}</span>
              ) : (
                <Link href={href} aria-current={name === stage ? 'step' : undefined}>
                  {text}
                </Link>
              )}
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}
